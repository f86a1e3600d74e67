package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/** Where an administrator decides what agents may do. */
final class SettingsPage extends Page {

    SettingsPage(ChromeDriver browser, String desk) {
        super(browser, desk);
        isAt("/admin/settings");
    }

    void turnOff(String name) {
        press("#setting-%s[aria-checked=true]".formatted(name));
        find("#setting-%s[aria-checked=false]".formatted(name));
    }

    void turnOn(String name) {
        press("#setting-%s[aria-checked=false]".formatted(name));
        find("#setting-%s[aria-checked=true]".formatted(name));
    }

    /** One of the alternatives, by keys of the configuration. */
    void choose(String policy, String alternative) {
        press("#%s-%s".formatted(policy, alternative));
        save(policy);
    }

    void save(String policy) {
        press("#save-" + policy);
    }

    void shows(String policy, String alternative) {
        find("#%s-%s:checked".formatted(policy, alternative));
    }

    void type(String field, String text) {
        var input = find("#ladder-" + field);
        input.clear();
        input.sendKeys(text);
    }

    void typeUndoWindow(String seconds) {
        var input = find("#undo-window-seconds");
        input.clear();
        input.sendKeys(seconds);
    }

    void choosesForRung(int rung, String target) {
        new Select(find("#ladder-then" + rung)).selectByVisibleText(target);
    }

    void reads(String field, String text) {
        Patience.until(() -> assertThat(find("#ladder-" + field).getDomProperty("value")).isEqualTo(text));
    }

    void saysOfTheLadder(String... sentences) {
        Patience.until(() -> assertThat(texts("#ladder-effect")).containsExactly(String.join(" ", sentences)));
    }

    Keyboard keyboard() {
        return new Keyboard(browser);
    }

    SettingsPage reload() {
        browser.navigate().refresh();
        return new SettingsPage(browser, desk);
    }

    void lists(String... changes) {
        Patience.until(() -> assertThat(texts("#changes .change [dir]")).containsExactly(changes));
    }
}
