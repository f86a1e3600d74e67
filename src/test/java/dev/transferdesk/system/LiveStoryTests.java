package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ADA;
import static dev.transferdesk.system.Person.ALICE;
import static dev.transferdesk.system.Person.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Application;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** Pages that would not ask by themselves for minutes, at a desk that Twilio tells of everything. */
@ExtendWith(Browsers.class)
class LiveStoryTests {

    private static final String SETTINGS = "--sandbox.port=0 --freshness.poll-every=5m --live.poll-every=5m "
            + "--spring.datasource.url=jdbc:h2:mem:told-pages;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH --server.port=";
    private static final int STORM_SECONDS = 20;
    private static final int EVENTS_A_SECOND = 200;
    private static final int WRITERS = 4;

    private static String url;
    private static ConfigurableApplicationContext desk;

    @BeforeAll
    static void start() {
        var port = TestSocketUtils.findAvailableTcpPort();
        url = "http://localhost:" + port;
        desk = new SpringApplicationBuilder(Application.class).run((SETTINGS + port).split(" "));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void reset() {
        sandbox().reset();
    }

    @Test
    void senderReceiverAndOnlookerFollowATransfer(ChromeDriver one, ChromeDriver two, ChromeDriver three) {

        var stage = stage(one, two, three);
        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        var bob = stage.enter(BOB);
        var sam = stage.supervise();
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").transfer();
        bob.isOffered(ines).says("From Alice Alvarez");
        alice.seesStepsInBar("offered to Bob Brandt");
        sam.seesIn("in-flight", ines, "Offered to Bob Brandt");

        bob.isOffered(ines).accept();
        alice.seesOutcomeOf(ines, "Transferred to Bob Brandt");
        alice.seesThatItIsGone();
        sam.seesIn("ended", ines, "Transferred to Bob Brandt");
    }

    @Test
    void bothAgentsOfAConversationSeeWhoComesAndWhatIsSaid(ChromeDriver one, ChromeDriver two) {

        var stage = stage(one, two);
        var ines = stage.customerOf(ALICE, "Two questions.");
        var bob = stage.enter(BOB);
        var alice = stage.enter(ALICE, ines);

        alice.transfer().choose("Bob Brandt").invite();
        var bobs = bob.isOffered(ines).accept();
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez", "Bob Brandt");

        sandbox().write(ines, "The first one is this.");
        alice.reads("The first one is this.");
        bobs.reads("The first one is this.");

        bobs.leave();
        alice.participants().showExactly("Ines Ibarra", "Alice Alvarez");
    }

    @Test
    void everybodySeesWhatIsSwitchedOff(ChromeDriver one, ChromeDriver two) {

        var stage = stage(one, two);
        var ines = stage.customerOf(ALICE, "Which plan suits me?");
        var alice = stage.enter(ALICE, ines);
        var ada = stage.enter(ADA).openSettings();

        ada.turnOff("enabled");
        alice.hasNoTransfer();

        ada.turnOn("enabled");
        alice.mayTransfer();
    }

    @Test
    void whoeverChoosesSeesWhoCanBeAskedAndNoRowMoves(ChromeDriver one) {

        var stage = stage(one);
        var ines = stage.customerOf(ALICE, "Hello?");
        var dialog = stage.enter(ALICE, ines).transfer();
        var order = dialog.pointAt("Carol Chen");

        sandbox().move("Bob Brandt", "Offline");
        sandbox().move("Carol Chen", "Offline");

        dialog.shows("Carol Chen", "Offline");
        dialog.shows("Bob Brandt", "Offline");
        assertThat(dialog.texts(".option__name")).isEqualTo(order);

        dialog.pointElsewhere();
        sandbox().move("Bob Brandt", "Available");
        Patience.until(() -> assertThat(dialog.texts(".option__name").indexOf("Bob Brandt"))
                .isLessThan(dialog.texts(".option__name").indexOf("Carol Chen")));
    }

    @Test
    void whatIsTypedMeanwhileStaysWhereItIs(ChromeDriver one) {

        var stage = stage(one);
        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);
        var dialog = alice.transfer().note("She is wait");

        sandbox().write(ines, "Is anybody there?");
        alice.seesBehind("Is anybody there?");

        assertThat(alice.run("return document.activeElement.id")).isEqualTo("transfer-note");
        dialog.note("ing.");
        dialog.hasNote("She is waiting.");
    }

    @Test
    void aPageWhoseNetworkWasGoneCatchesUp(ChromeDriver one) {

        var stage = stage(one);
        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);
        alice.staysLoaded();

        cut(one, true);
        alice.seesThatTheDeskIsGone();
        sandbox().write(ines, "Nobody hears this at once.");

        cut(one, false);
        alice.reads("Nobody hears this at once.");
        alice.seesThatAllIsWell();
        assertThat(alice.texts("#messages .message__body")).containsExactly("Hello?", "Nobody hears this at once.");
        alice.wasNotReloaded();
    }

    @Tag("soak")
    @Test
    void aStormOfEventsLeavesThePageUsableAndRight(ChromeDriver one) throws Exception {

        var stage = stage(one);
        var ines = stage.customerOf(ALICE, "Hello?");
        var alice = stage.enter(ALICE, ines);
        var events = STORM_SECONDS * EVENTS_A_SECOND;

        var said = new CountDownLatch(events);
        try (var customer = Executors.newScheduledThreadPool(WRITERS)) {
            for (var writer = 0; writer < WRITERS; writer++) {
                customer.scheduleAtFixedRate(() -> {
                    if (said.getCount() > 0) {
                        sandbox().write(ines, "Line");
                        said.countDown();
                    }
                }, 0, WRITERS * 1_000_000L / EVENTS_A_SECOND, TimeUnit.MICROSECONDS);
            }
            Patience.until(() -> assertThat(said.getCount()).isLessThan(events - EVENTS_A_SECOND));

            alice.transfer().choose("Bob Brandt").note("Writes a lot.").close();

            assertThat(said.await(2, TimeUnit.MINUTES)).isTrue();
            customer.shutdown();
        }

        sandbox().write(ines, "That is all.");
        alice.seesBehind("That is all.");
        var indexes = ((List<?>) alice.run("return [...document.querySelectorAll('.message')].map(it => it.id)"))
                .stream()
                .map(it -> Integer.parseInt(String.valueOf(it).replaceAll("\\D", "")))
                .toList();
        assertThat(indexes).hasSizeGreaterThan(events)
                .isEqualTo(IntStream.rangeClosed(0, indexes.getLast()).boxed().toList());
    }

    private static Stage stage(ChromeDriver... browsers) {
        Iterator<ChromeDriver> next = List.of(browsers).iterator();
        return new Stage(url, sandbox(), next::next);
    }

    private static Sandbox sandbox() {
        var environment = desk.getEnvironment();
        return new Sandbox(environment.getProperty("twilio.base-url"), environment.getProperty("twilio.account-sid"),
                environment.getProperty("twilio.auth-token"), environment.getProperty("twilio.workspace-sid"));
    }

    private static void cut(ChromeDriver browser, boolean off) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.emulateNetworkConditions",
                Map.of("offline", off, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }
}
