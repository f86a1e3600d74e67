package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the Flex plug-in gets wrong in how it asks and is asked, by its number, and how it comes out here. */
@ContractTest
class AskingDefectsTests extends OneConversation {

    private static final int MOST_CALLS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration A_FEW_CALLS = Duration.ofSeconds(12);

    @Test
    @DisplayName("15: Twilio is too busy: five calls at most for one click, after pauses that grow")
    void asksABusyTwilioFiveTimesAtMost() {

        var since = floor.sandbox.now();
        floor.sandbox.fault("POST", one.invites(), "status:429", 1000);

        var answer = play.transfer(floor.bob);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.notice()).startsWith("Not sent. Twilio has too much to do.");
        var calls = floor.sandbox.calls(since).stream().filter(it -> it.path().equals(one.invites())).toList();
        assertThat(calls).hasSizeBetween(2, MOST_CALLS);
        assertThat(IntStream.range(1, calls.size()).boxed())
                .allSatisfy(it -> assertThat(Duration.between(calls.get(it - 1).at(), calls.get(it).at()))
                        .isGreaterThanOrEqualTo(FIRST_PAUSE.multipliedBy(1L << (it - 1))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "departure", "transfers", "invites", "transfer/departure" })
    @DisplayName("17: nothing is changed by a GET, nor by who sends the page's token in the address")
    void changesNothingByAddressesAlone(String what) {

        var alice = floor.deskOf("alice");
        var headers = alice.page("/tasks").html().body().attr("hx-headers");
        var token = Sandbox.JSON.readTree(headers).get("X-CSRF-TOKEN").asString();
        var since = floor.sandbox.now();
        var path = "/tasks/%s/%s?target=%s&note=&request=%s".formatted(one.task(), what, floor.bob, Play.key());

        assertThat(alice.get(path).status()).isIn(404, 405);
        assertThat(alice.send(path + "&_csrf=" + token, it -> alice.form(it, "POST")).status()).isEqualTo(403);
        assertThat(Desk.notSignedIn(floor.url())
                .send(path + "&Token=" + token, it -> alice.form(it, "POST"))
                .status()).isEqualTo(403);

        assertThat(floor.sandbox.changes(one, since)).isEmpty();
        assertThat(floor.record(one)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "*/TaskQueues", "*/TaskQueues*" })
    @DisplayName("18: queues cannot be listed: to transfer to one, its SID is enough")
    void needsOnlyTheSidOfAQueue(String path) {

        floor.forgetEverything();
        floor.sandbox.fault("GET", path, "status:503", 1000);

        var answer = play.transfer(floor.billing);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.notice()).startsWith("Sent to " + (path.endsWith("*") ? floor.billing : "Billing"));
        var attributes = floor.sandbox.task(floor.sandbox.invitedTask(one)).get("attributes");
        assertThat(attributes.get("transferTargetSid").asString()).isEqualTo(floor.billing);
        assertThat(attributes.get("transferTargetType").asString()).isEqualTo("queue");
    }

    /** With what was known of the workers a moment ago. */
    @ParameterizedTest
    @ValueSource(strings = { "delay:60000", "status:500", "garbage" })
    @DisplayName("19: names cannot be looked up: nobody waits for ever, and the action goes on")
    void goesOnWithoutNames(String kind) {

        floor.pass(Duration.ofSeconds(30));
        floor.sandbox.fault("GET", "*/Workers", kind, 1000);
        floor.sandbox.fault("GET", "*/Workers/" + floor.bob, kind, 1000);

        var answer = assertTimeout(A_FEW_CALLS, () -> play.invite(floor.bob));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.notice()).isEqualTo("Bob Brandt invited");
        assertThat(floor.sandbox.invited(one)).hasSize(1);
    }

    /** What they are doing is not known then, which speaks against nobody. */
    @ParameterizedTest
    @ValueSource(strings = { "delay:60000", "status:500", "garbage" })
    @DisplayName("19: names were looked up long ago, and cannot be now: nobody waits for ever, and the action goes on")
    void goesOnWithNamesOfLongAgo(String kind) {

        floor.forgetEverything();
        floor.sandbox.fault("GET", "*/Workers", kind, 1000);
        floor.sandbox.fault("GET", "*/Workers/" + floor.bob, kind, 1000);

        var answer = assertTimeout(A_FEW_CALLS, () -> play.invite(floor.bob));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.notice()).isEqualTo("Bob Brandt invited");
        assertThat(floor.sandbox.invited(one)).hasSize(1);
    }

    @Test
    @DisplayName("20: one agent goes and another comes: the list of participants is the present one")
    void listsWhoIsInItNow() {

        var bobs = play.join(floor.bob);
        assertThat(people()).contains("Alice Alvarez", "Bob Brandt").doesNotContain("Carol Chen");

        assertThat(play.leave("bob", bobs).status()).isEqualTo(200);
        play.join(floor.carol);

        assertThat(people()).contains("Alice Alvarez", "Carol Chen").doesNotContain("Bob Brandt");
    }

    @Test
    @DisplayName("21: an invite does not inherit the number of the one before it")
    void inheritsNoNumberOfAnInvite() {

        var bobs = play.join(floor.bob);
        var first = attributesOf(bobs).get("flexChannelInviteSid").asString();
        var since = floor.sandbox.now();

        assertThat(play.send("bob", bobs, "invites", floor.carol, Play.key()).status()).isEqualTo(200);

        var sent = floor.sandbox.calls(since)
                .stream()
                .filter(it -> it.changes() && it.path().equals(one.invites()))
                .toList();
        assertThat(sent).singleElement()
                .satisfies(it -> assertThat(it.form().toString()).doesNotContain("flexChannelInviteSid", first));
        assertThat(attributesOf(play.latestTask()).get("flexChannelInviteSid").asString()).startsWith("KG")
                .isNotEqualTo(first);
    }

    private List<String> people() {
        return floor.deskOf("alice")
                .get("/tasks/%s/participants".formatted(one.task()))
                .html()
                .select(".person__name bdi")
                .eachText();
    }

    private JsonNode attributesOf(String task) {
        return floor.sandbox.task(task).get("attributes");
    }
}
