package dev.transferdesk.contract;

import static dev.transferdesk.contract.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What open pages are told, and which are told nothing. */
@ContractTest
class LiveTests extends OneConversation {

    @Autowired
    private ApplicationEventPublisher desk;

    private final List<Listening> open = new ArrayList<>();

    @AfterEach
    void closePages() {
        open.forEach(Listening::close);
    }

    @Test
    void tellsTheSenderOfEachStep() {

        var page = pageOf("alice", "/tasks/" + one.task());
        play.transfer(floor.bob);
        until("Alice's page is told", () -> !page.heard("news").isEmpty());

        var before = page.heard("news").size();
        play.accepts();
        floor.inTheEnd("Alice's page is told more", () -> page.heard("news").size() > before);
    }

    @Test
    void tellsColleaguesInTheConversation() {

        var bobs = play.join(floor.bob);
        var page = pageOf("bob", "/tasks/" + bobs);

        play.invite(floor.carol);

        until("Bob's page is told", () -> !page.heard("news").isEmpty());
    }

    @Test
    void tellsNobodyElse() {

        var carols = pageOf("carol", "/tasks");
        var alices = pageOf("alice", "/tasks/" + one.task());

        play.transfer(floor.bob);
        until("Alice's page is told", () -> !alices.heard("news").isEmpty());

        assertThat(carols.heard("news")).isEmpty();
    }

    @Test
    void tellsSupervisorsOfEveryTransfer() {

        var page = pageOf("sam", "/admin/transfers");

        play.transfer(floor.bob);

        until("Sam's page is told", () -> !page.heard("news").isEmpty());
    }

    @Test
    void tellsEverybodyOfASetting() {

        var pages = List.of(pageOf("alice", "/tasks"), pageOf("bob", "/tasks"), pageOf("sam", "/admin/transfers"));

        floor.release("immediately");

        until("all pages are told", () -> pages.stream().noneMatch(it -> it.heard("news").isEmpty()));
    }

    @Test
    void tellsOfWhoCanBeAskedWhereSomebodyChooses() {

        var task = "/tasks/" + one.task();
        var choosing = listening("alice", task + "/live?people=true&seen=" + markOf("alice", task));
        var reading = pageOf("bob", "/tasks");
        until("the page is connected", () -> !choosing.heard("pulse").isEmpty());

        desk.publishEvent(
                new TwilioEvent(Source.TASKROUTER, "worker.activity.update", Optional.empty(), Optional.empty(),
                        Optional.of(new WorkerSid(floor.carol)), Optional.empty(), Sandbox.JSON.createObjectNode(),
                        Instant.now()));

        until("Alice's page is told", () -> !choosing.heard("people").isEmpty());
        assertThat(reading.heard("people")).isEmpty();
    }

    @Test
    void tellsWhoeverWasAwayThatSomethingHasHappened() {

        var mark = markOf("alice", "/tasks/" + one.task());
        play.transfer(floor.bob);

        var page = listening("alice", "/tasks/" + one.task() + "/live?seen=" + mark);

        until("Alice's page is told", () -> !page.heard("news").isEmpty());
    }

    @Test
    void tellsWhoeverHasMissedNothingThatTheyAreConnected() {

        var page = pageOf("carol", "/tasks");

        assertThat(page.heard("pulse")).isNotEmpty().allSatisfy(it -> assertThat(it.id()).isNotEmpty());
        assertThat(page.heard("news")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "0", "12345678-0", "abcdefgh-99999999999999999999", "%00", "-1" })
    void takesWhatItCannotReadForVeryOld(String seen) {

        var page = listening("alice", "/live?seen=" + seen);

        until("the page is told", () -> !page.heard("news").isEmpty());
    }

    @Test
    void refusesStrangersAndAgents() {

        assertThat(listening("bob", "/tasks/" + one.task() + "/live").status()).isEqualTo(404);
        assertThat(listening("alice", "/tasks/WT1/live").status()).isEqualTo(404);
        assertThat(listening("alice", "/admin/transfers/live").status()).isEqualTo(403);

        var stranger = Desk.notSignedIn(floor.url()).listen("/live");
        open.add(stranger);
        assertThat(stranger.status()).isEqualTo(302);
    }

    @Test
    void endsWithTheSession() {

        var desk = Desk.signedIn(floor.url(), "carol");
        var page = desk.listen("/live");
        open.add(page);
        until("the page is connected", () -> !page.heard("pulse").isEmpty());

        desk.post("/logout");

        until("the page is let go", page::isOver);
    }

    @Test
    void endsWithTheConversation() {

        var page = pageOf("alice", "/tasks/" + one.task());

        play.transfer(floor.bob);
        play.accepts();

        floor.inTheEnd("Alice is out", () -> floor.sandbox.agentsIn(one).equals(List.of(floor.bob)));
        floor.inTheEnd("the page is let go", page::isOver);
        assertThat(page.heard("news")).isNotEmpty();
    }

    @Test
    void letsABrowserHaveForty() {

        var desk = Desk.signedIn(floor.url(), "carol");
        for (var i = 0; i < 40; i++) {
            open.add(desk.listen("/live"));
        }
        assertThat(open).extracting(Listening::status).containsOnly(200);

        open.add(desk.listen("/live"));
        assertThat(open.getLast().status()).isEqualTo(503);
    }

    /** Open, and with nothing missed. */
    private Listening pageOf(String who, String path) {

        var page = listening(who, (path.equals("/tasks") ? "" : path) + "/live?seen=" + markOf(who, path));
        until("the page is connected", () -> !page.heard("pulse").isEmpty());

        return page;
    }

    private String markOf(String who, String path) {
        return floor.deskOf(who).page(path).html().getElementById("poll").attr("data-seen");
    }

    private Listening listening(String who, String path) {

        var page = floor.deskOf(who).listen(path);
        open.add(page);

        return page;
    }
}
