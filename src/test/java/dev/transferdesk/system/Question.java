package dev.transferdesk.system;

import org.openqa.selenium.chrome.ChromeDriver;

/** The desk asks before it does something that cannot be undone. */
final class Question extends Page {

    Question(ChromeDriver browser, String desk) {
        super(browser, desk);
    }

    void asks(String title, String text) {
        sees("#confirm[open] #confirm-title", title);
        sees("#confirm[open] #confirm-text", text);
    }

    void confirm(String button) {
        sees("#confirm[open] #confirm-yes", button);
        press("#confirm-yes");
    }

    void goBack() {
        press("#confirm-no");
        seesNo("#confirm");
    }
}
