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
@ExtendWith(Browsers.class)
class PageStatesTests {

    private static final List<Screen> BOTH = List.of(Screen.DESK_LIGHT, Screen.PANEL_DARK);

    static Collection<String> states() {
        return Preview.states();
    }

    /** Looking for barriers takes longest, so it is done on one of the two screens here, and on the other one below. */
    @ParameterizedTest
    @MethodSource("states")
    void holdsOnEveryScreen(String state, ChromeDriver browser) {

        BOTH.get(half(state)).applyTo(browser);
        check(PreviewPage.open(browser, state));

        BOTH.get(1 - half(state)).applyTo(browser);
        PreviewPage.open(browser, state).assertNothingSticksOut();

        Screen.NARROWEST.applyTo(browser);
        PreviewPage.open(browser, state).assertNothingSticksOut();
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("states")
    void meetsNoBarrierOnTheOtherScreenEither(String state, ChromeDriver browser) {
        BOTH.get(1 - half(state)).applyTo(browser);
        check(PreviewPage.open(browser, state));
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

    private static int half(String state) {
        return Math.floorMod(state.hashCode(), 2);
    }

    private static void check(PreviewPage page) {
        page.assertEveryTextIsThere();
        page.assertNothingSticksOut();
        page.assertNoBarriers();
        page.assertConsoleIsQuiet();
    }
}
