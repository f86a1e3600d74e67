package dev.transferdesk.system;

import dev.transferdesk.desk.Preview;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** Every page in every state, wide and narrow, light and dark. */
@Tag("soak")
@ExtendWith(Browsers.class)
class PageStatesTests {

    static Collection<String> states() {
        return Preview.states();
    }

    @ParameterizedTest
    @MethodSource("states")
    void holdsOnEveryScreen(String state, ChromeDriver browser) {

        for (var screen : List.of(Screen.DESK_LIGHT, Screen.PANEL_DARK)) {
            screen.applyTo(browser);
            check(PreviewPage.open(browser, state));
        }

        Screen.NARROWEST.applyTo(browser);
        PreviewPage.open(browser, state).assertNothingSticksOut();
    }

    @ParameterizedTest
    @EnumSource
    void holdsWithEachTabChosen(Screen screen, ChromeDriver browser) {
        screen.applyTo(browser);
        check(PreviewPage.open(browser, "offers"));
        check(PreviewPage.open(browser, "strange-names?tab=participants"));
        check(PreviewPage.open(browser, "strange-names?tab=transfers"));
        check(PreviewPage.open(browser, "transfer-done?tab=transfers"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?none", "?incomplete", "?favourites", "?invite" })
    void holdsWithTheTransferDialogOpen(String kind, ChromeDriver browser) {
        for (var screen : List.of(Screen.DESK_DARK, Screen.PANEL_LIGHT, Screen.NARROWEST)) {
            screen.applyTo(browser);
            check(PreviewPage.open(browser, "conversation" + kind).openTransferDialog());
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsWithATargetChosen(Screen screen, ChromeDriver browser) {
        screen.applyTo(browser);
        check(PreviewPage.open(browser, "conversation").openTransferDialog().click("[role=option]"));
    }

    @ParameterizedTest
    @EnumSource
    void holdsWithAQuestionOpen(Screen screen, ChromeDriver browser) {
        screen.applyTo(browser);
        check(PreviewPage.open(browser, "several-agents").click("#departure-button"));
    }

    private static void check(PreviewPage page) {
        page.assertEveryTextIsThere();
        page.assertNothingSticksOut();
        page.assertNoBarriers();
        page.assertConsoleIsQuiet();
    }
}
