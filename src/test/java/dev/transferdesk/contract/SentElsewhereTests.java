package dev.transferdesk.contract;

import static dev.transferdesk.contract.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What senders see of their transfers on pages that are about something else. */
@ContractTest
class SentElsewhereTests {

    @Autowired
    private Floor floor;

    @Autowired
    private JdbcClient jdbc;

    private Case one;
    private Desk alice;
    private String id;

    @BeforeEach
    void send() {
        floor.closeBars();
        one = floor.begin();
        makeAlice("ADMIN");
        alice = Desk.signedIn(floor.url(), "alice");
        var answer = alice.post("/tasks/%s/transfers".formatted(one.task()), "target", floor.bob, "note", "", "request",
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        id = floor.record(one).getFirst().id();
    }

    @AfterEach
    void tidy() {
        makeAlice("AGENT");
        floor.tidy();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tasks", "/admin/settings", "/admin/transfers" })
    void theBarIsOnEveryPageOfTheSender(String page) {

        var bar = alice.page(page).html().select("#sent #bar-" + id);

        assertThat(bar.select(".bar__title").text()).contains("Ida Lovelace", "Transfer to Bob Brandt");
        assertThat(bar.select("#takeback-" + id)).hasSize(1);
        assertThat(floor.deskOf("ada").page(page).html().select("#sent .bar")).isEmpty();
    }

    @Test
    void theBarFollowsWithoutTheRest() {

        var html = alice.get("/transfers").html();

        assertThat(html.select("#sent #bar-" + id)).hasSize(1);
        assertThat(html.select("#tasks, .offer")).isEmpty();
        assertThat(alice.get("/admin/transfers").html().select("#sent #bar-" + id)).hasSize(1);
        assertThat(floor.deskOf("bob").get("/transfers").html().select("#sent .bar")).isEmpty();
    }

    @Test
    void followingItAsksTwilioNothing() {

        floor.stopTime();
        alice.get("/transfers");
        var since = floor.sandbox.whenQuiet();

        alice.get("/transfers");

        assertThat(floor.sandbox.calls(since)).isEmpty();
    }

    /** It is then that senders look for it. */
    @Test
    void theBarIsThereAlsoWhenTwilioIsNot() {

        floor.forgetEverything();
        Trouble.UNAVAILABLE.befallAll(floor.sandbox, "*", "/v1/*");

        assertThat(alice.page("/admin/settings").html().select("#sent #bar-" + id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://desk.test/admin/settings", "http://desk.test/desk/admin/transfers?show=all&q=" })
    void itIsTakenBackThereWithoutALookAtTheDesk(String page) {

        var answer = alice.send("/transfers/" + id, it -> alice.htmx(it).header("HX-Current-URL", page).DELETE());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.notice()).isEqualTo("Transfer taken back. The customer is with you.");
        assertThat(answer.html().select("#tasks, .offer, #task-header")).isEmpty();
        assertThat(answer.html().select("#sent #bar-%s .bar__title".formatted(id)).text()).contains("Taken back");
        assertThat(floor.record(one).getFirst().state()).isEqualTo("TAKEN_BACK");
    }

    @Test
    void anOpenPageIsToldOfTheNextStepAndOthersAreNot() {

        try (var senders = listening(alice); var others = listening(floor.deskOf("ada"))) {
            floor.answers(one, "rejected");
            floor.inTheEnd("the sender's page is told", () -> !senders.heard("news").isEmpty());
            assertThat(others.heard("news")).isEmpty();
        }
    }

    @Test
    void whoeverIsNotSignedInIsToldNothing() {
        assertThat(Desk.notSignedIn(floor.url()).get("/transfers").status()).isEqualTo(401);
    }

    private static Listening listening(Desk desk) {

        var poll = desk.page("/admin/settings").html().getElementById("poll");
        var page = desk.listen("%s?seen=%s".formatted(poll.attr("data-live"), poll.attr("data-seen")));
        until("the page is connected", () -> !page.heard("pulse").isEmpty());

        return page;
    }

    private void makeAlice(String role) {
        jdbc.sql("update desk_user set role = ? where username = 'alice'").param(role).update();
    }
}
