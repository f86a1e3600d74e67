package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** What somebody does with any page: they look until they see what they expect, and press what they find. */
class Page {

    final ChromeDriver browser;
    final String desk;

    Page(ChromeDriver browser, String desk) {
        this.browser = browser;
        this.desk = desk;
    }

    void go(String path) {
        browser.get(desk + path);
    }

    void press(String selector) {
        press(By.cssSelector(selector));
    }

    void press(By button) {
        Patience.until(() -> browser.findElement(button).click());
    }

    void sees(String selector, String text) {
        sees(By.cssSelector(selector), text);
    }

    void sees(By place, String text) {
        Patience.until(() -> assertThat(texts(place)).as("what %s says", place).contains(text));
    }

    void seesNo(String selector) {
        seesNo(By.cssSelector(selector));
    }

    void seesNo(By place) {
        Patience.until(() -> assertThat(texts(place)).as("what %s says", place).isEmpty());
    }

    /** Of what is visible. */
    List<String> texts(String selector) {
        return texts(By.cssSelector(selector));
    }

    List<String> texts(By place) {
        return browser.findElements(place).stream().filter(WebElement::isDisplayed).map(WebElement::getText).toList();
    }

    WebElement find(String selector) {
        return Patience.get(() -> browser.findElement(By.cssSelector(selector)));
    }

    void isAt(String path) {
        Patience.until(() -> assertThat(browser.getCurrentUrl()).startsWith(desk + path));
    }

    Object run(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    void needsNoSidewaysScrolling() {
        new PreviewPage(browser).assertNothingSticksOut();
    }

    /** Neither by day nor, as far as that makes a difference, by night. */
    void meetsNoBarrier() {

        Screen.DESK_LIGHT.applyTo(browser);
        new PreviewPage(browser).assertNoBarriers();

        Screen.DESK_DARK.applyTo(browser);
        new PreviewPage(browser).assertNoBarriers("color-contrast");
    }

    /** As the page's own script does; answers the status. */
    int request(String method, String path, String form) {
        return request(method, path, form, true);
    }

    int requestWithoutToken(String method, String path) {
        return request(method, path, "", false);
    }

    private int request(String method, String path, String form, boolean withToken) {
        return ((Number) browser.executeAsyncScript("""
                const [method, path, form, withToken, done] = arguments
                const token = withToken ? JSON.parse(document.body.getAttribute('hx-headers')) : {}
                const type = { 'Content-Type': 'application/x-www-form-urlencoded', 'HX-Request': 'true' }
                fetch(path, { method, headers: { ...token, ...type }, body: method === 'GET' ? undefined : form })
                  .then(answer => done(answer.status), () => done(0))
                """, method, path, form, withToken)).intValue();
    }
}
