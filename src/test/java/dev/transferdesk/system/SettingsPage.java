package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.chrome.ChromeDriver;

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

    void lists(String... changes) {
        Patience.until(() -> assertThat(texts("#changes .change [dir]")).containsExactly(changes));
    }
}
