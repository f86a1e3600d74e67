package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Somebody's hands, away from the mouse. */
record Keyboard(ChromeDriver browser) {

    private static final int MOST_STOPS = 60;

    void press(CharSequence keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    void pressWithControl(Keys key) {
        new Actions(browser).keyDown(Keys.CONTROL).sendKeys(key).keyUp(Keys.CONTROL).perform();
    }

    /** By tabulator only, so that it is proven to be reachable. */
    void goTo(String id) {
        goToOneLike(id);
        isOn(id);
    }

    void goToOneLike(String beginning) {
        for (var stop = 0; stop < MOST_STOPS; stop++) {
            if (focused().startsWith(beginning)) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("No way by tabulator to " + beginning);
    }

    void isOn(String id) {
        Patience.until(() -> assertThat(focused()).isEqualTo(id));
    }

    private String focused() {
        return String.valueOf(browser.executeScript("return document.activeElement?.id ?? ''"));
    }
}
