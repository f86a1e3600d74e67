package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static dev.transferdesk.system.Person.CAROL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.chrome.ChromeDriver;

@Story
class SandboxPageTests {

    @Test
    void customerWritesInAndCarolServesHer(Stage stage, ChromeDriver browser) {
        var page = page(stage, browser).writeIn("Nora Nagy", "Is anybody there?");

        page.answer(CAROL, "Nora Nagy", "Accept").works(CAROL, "Nora Nagy", "accepted");
        page.writeAgain("<b>Great</b>, thank you.");
        page.answer(CAROL, "Nora Nagy", "Wrap up").works(CAROL, "Nora Nagy", "wrapping");
        page.answer(CAROL, "Nora Nagy", "Complete").isDoneWith(CAROL, "Nora Nagy");
    }

    @Test
    void offerGoesOnWhenItIsRejectedOrItsTimeIsOver(Stage stage, ChromeDriver browser) {
        var page = page(stage, browser).writeIn("Nora Nagy", "Is anybody there?");

        page.answer(CAROL, "Nora Nagy", "Reject");
        page.sees(".work__item--offer strong", "Nora Nagy");
        page.isDoneWith(CAROL, "Nora Nagy");
        page.advance("+5 min").sees("#moved", "moved by 5:00");
    }

    @Test
    void workersAreMovedAndFound(Stage stage, ChromeDriver browser) {
        var page = page(stage, browser).move(BOB, "Break");

        page.find("#worker-filter").sendKeys("brandt");
        page.seesNo("[aria-label='Activity of %s']".formatted(ALICE.fullName()));
        page.sees("[aria-label='Activity of %s'] option:checked".formatted(BOB.fullName()), "Break");
    }

    @Test
    void faultsAreArmedAndTakenAway(Stage stage, ChromeDriver browser) {
        var page = page(stage, browser).breakDown("Webhook lost");
        page.sees("#faults li", "* * → webhook-drop × 1");

        page.repair().sees("#faults li", "No faults.");
    }

    @ParameterizedTest
    @EnumSource
    void keepsNobodyOut(Screen screen, Stage stage, ChromeDriver browser) {
        screen.applyTo(browser);
        var page = page(stage, browser).writeIn("Nora Nagy", "Is anybody there?");

        page.hasNoBarrier();
    }

    private static SandboxPage page(Stage stage, ChromeDriver browser) {
        return new SandboxPage(browser, stage.sandbox().url()).open();
    }
}
