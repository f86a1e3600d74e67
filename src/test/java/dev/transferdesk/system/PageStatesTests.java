package dev.transferdesk.system;

import dev.transferdesk.desk.Preview;
import java.util.Collection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.context.ConfigurableApplicationContext;

/** Every page in every state, wide and narrow, light and dark. */
@ExtendWith(Browsers.class)
class PageStatesTests {

    private static ConfigurableApplicationContext preview;
    private static String origin;

    @BeforeAll
    static void startPreview() {
        preview = Preview.start();
        origin = "http://localhost:" + preview.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stopPreview() {
        preview.close();
    }

    static Collection<String> states() {
        return Preview.states();
    }

    @ParameterizedTest
    @MethodSource("states")
    void holdsOnEveryScreen(String state, ChromeDriver browser) {
        for (var screen : Screen.values()) {
            screen.applyTo(browser);
            check(PreviewPage.open(browser, origin, state));
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsWithEachTabChosen(Screen screen, ChromeDriver browser) {
        screen.applyTo(browser);
        check(PreviewPage.open(browser, origin, "strange-names?tab=participants"));
        check(PreviewPage.open(browser, origin, "strange-names?tab=transfers"));
        check(PreviewPage.open(browser, origin, "transfer-done?tab=transfers"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?none", "?incomplete", "?invite" })
    void holdsWithTheTransferDialogOpen(String kind, ChromeDriver browser) {
        for (var screen : Screen.values()) {
            screen.applyTo(browser);
            check(PreviewPage.open(browser, origin, "conversation" + kind).openTransferDialog());
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsWithATargetChosen(Screen screen, ChromeDriver browser) {
        screen.applyTo(browser);
        check(PreviewPage.open(browser, origin, "conversation").openTransferDialog().click("[role=option]"));
    }

    @ParameterizedTest
    @EnumSource
    void holdsWithAQuestionOpen(Screen screen, ChromeDriver browser) {
        screen.applyTo(browser);
        check(PreviewPage.open(browser, origin, "several-agents").click("#departure-button"));
    }

    private static void check(PreviewPage page) {
        page.assertNothingSticksOut();
        page.assertNoBarriers();
        page.assertConsoleIsQuiet();
    }
}
