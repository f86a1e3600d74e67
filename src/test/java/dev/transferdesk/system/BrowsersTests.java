package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

@ExtendWith(Browsers.class)
class BrowsersTests {

    private static final String PAGE = "data:text/html,<title>%s</title>";

    @Test
    void twoPeopleDoNotShareABrowser(ChromeDriver alice, ChromeDriver bob) {

        alice.get(PAGE.formatted("Alice"));
        bob.get(PAGE.formatted("Bob"));

        assertThat(alice.getTitle()).isEqualTo("Alice");
        assertThat(bob.getTitle()).isEqualTo("Bob");
    }

    @Test
    void aBrowserComesBackEmpty(ChromeDriver alice) {

        assertThat(alice.getWindowHandles()).hasSize(1);
        assertThat(alice.getTitle()).isEmpty();
        assertThat(alice.manage().window().getSize()).isEqualTo(Browsers.WIDE);
    }
}
