package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.transferdesk.desk.Preview;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.context.ConfigurableApplicationContext;

/** A previewed page, and what has to be true of each. */
record PreviewPage(ChromeDriver browser) {

    /** One server for all tests of this process; it ends with it. */
    private static final ConfigurableApplicationContext SERVER = Preview.start();

    static PreviewPage open(ChromeDriver browser, String state) {
        browser.get("http://localhost:%s/preview/%s".formatted(SERVER.getEnvironment().getProperty("local.server.port"),
                state));
        return new PreviewPage(browser).waitUntil("return !document.querySelector('[hx-trigger=load]')");
    }

    PreviewPage openTransferDialog() {
        click("#transfer-button");
        waitUntil("return document.querySelector('#transfer-dialog')?.open");
        return this;
    }

    PreviewPage click(String selector) {
        find(selector).click();
        return this;
    }

    PreviewPage press(CharSequence... keys) {
        for (var key : keys) {
            new Actions(browser).sendKeys(key).perform();
        }
        return this;
    }

    PreviewPage pressWithControl(Keys key) {
        new Actions(browser).keyDown(Keys.CONTROL).sendKeys(key).keyUp(Keys.CONTROL).perform();
        return this;
    }

    WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return browser.findElements(By.cssSelector(selector));
    }

    WebElement focused() {
        return browser.switchTo().activeElement();
    }

    /** The option that the arrow keys have reached. */
    WebElement activeOption() {
        return browser.findElement(By.id(find("#target-search").getDomAttribute("aria-activedescendant")));
    }

    boolean isTransferDialogOpen() {
        return Boolean.TRUE.equals(browser.executeScript("return document.querySelector('#transfer-dialog').open"));
    }

    Object run(String script) {
        return browser.executeScript(script);
    }

    PreviewPage waitUntil(String script) {
        new WebDriverWait(browser, Duration.ofSeconds(10), Duration.ofMillis(50))
                .withMessage(script)
                .until(_ -> Boolean.TRUE.equals(browser.executeScript(script)));
        return this;
    }

    void assertNoBarriers() {
        assertNoBarriers(axe());
    }

    void assertNoBarriers(String rule) {
        assertNoBarriers(axe().withRules(List.of(rule)));
    }

    /** Of what is in order, one example of each rule is enough to be sent here. */
    private static AxeBuilder axe() {

        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));

        return new AxeBuilder().withOptions(options);
    }

    private void assertNoBarriers(AxeBuilder axe) {

        var violations = axe.setLegacyMode(true).analyze(browser).getViolations();

        assertThat(violations).extracting(PreviewPage::inWords).isEmpty();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream().map(it -> "\n    " + it.getHtml()).toList();
    }

    void assertEveryTextIsThere() {
        assertThat(browser.getPageSource()).doesNotContain("??");
    }

    void assertNothingSticksOut() {
        assertThat(browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels to scroll sideways")
                .isEqualTo(0L);
    }

    /** Neither a violation of the content security policy nor a broken script or address. */
    void assertConsoleIsQuiet() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(it -> it.getLevel().intValue() >= Level.WARNING.intValue())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }
}
