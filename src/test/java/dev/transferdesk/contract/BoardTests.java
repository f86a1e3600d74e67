package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What supervisors can do about transfers, what senders can do about theirs, and nobody else. */
@ContractTest
class BoardTests {

    private static final List<String> ACTIONS = List.of("retry", "return", "queue", "surrender");

    @Autowired
    private Floor floor;

    private Case one;
    private Desk sam;

    @BeforeEach
    void begin() {
        one = floor.begin();
        sam = floor.deskOf("sam");
    }

    @AfterEach
    void tidy() {
        floor.tidy();
    }

    @Test
    void keepsTheBoardToSupervisorsAndAdministrators() {

        var path = "/admin/transfers/" + UUID.randomUUID();

        Stream.of("sam", "ada").map(floor::deskOf).forEach(desk -> {
            assertThat(desk.page("/admin/transfers").status()).isEqualTo(200);
            assertThat(desk.page("/admin/transfers").html().select(".topbar__nav a[href=/admin/transfers]")).hasSize(1);
        });

        var alice = floor.deskOf("alice");
        assertThat(alice.page("/tasks").html().select(".topbar__nav a[href=/admin/transfers]")).isEmpty();
        assertThat(alice.page("/admin/transfers").status()).isEqualTo(403);
        assertThat(alice.get("/admin/transfers").status()).isEqualTo(403);
        ACTIONS.forEach(it -> assertThat(alice.post(path + "/" + it).status()).as(it).isEqualTo(403));
    }

    @Test
    void changesNothingWithoutTheToken() {

        var id = transfer();

        ACTIONS.forEach(it -> assertThat(sam.send("/admin/transfers/%s/%s".formatted(id, it),
                request -> request.header("HX-Request", "true").POST(BodyPublishers.noBody())).status()).as(it)
                .isEqualTo(403));
        assertThat(floor.deskOf("alice").send("/transfers/" + id, it -> it.DELETE()).status()).isEqualTo(403);
        assertThat(floor.record(one).getFirst().ended()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "00000000-0000-0000-0000-000000000000, 404", "nonsense, 400", "%20, 400" })
    void knowsNoTransferThatIsNotThere(String id, int status) {

        ACTIONS.forEach(it -> assertThat(act(id, it, "reason", "x", "queue", floor.billing).status()).as(it)
                .isEqualTo(status));
        assertThat(floor.deskOf("alice").delete("/transfers/" + id).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/admin/transfers?show=nonsense", "/admin/transfers?q=%25%00%F0%9F%92%A9",
        "/admin/transfers?show=stuck&q=nobody", "/admin/transfers?show=&q=&x=1", "/admin/transfers?show=a&show=b" })
    void copesWithQueriesOutOfTheOrdinary(String path) {
        assertThat(sam.page(path).status()).isEqualTo(200);
        assertThat(sam.get(path).status()).isEqualTo(200);
    }

    @Test
    void showsWhoSentWhatToWhomWithEveryStep() {

        var id = transfer();
        var row = sam.get("/admin/transfers").html().selectFirst("#board-in-flight #transfer-" + id);

        assertThat(row.select(".facts dd").eachText()).containsExactly("Alice Alvarez", "Bob Brandt", "Alice Alvarez");
        assertThat(row.select(".watched__state").text()).startsWith("Offered to Bob Brandt");
        assertThat(row.select(".step__text").eachText()).first().isEqualTo("requested");
        assertThat(row.select(".step__text").text()).contains("task made for Bob Brandt", "offered to Bob Brandt");
        assertThat(row.select("button").eachText()).containsExactly("Look now", "Return to sender", "Send to queue …",
                "Give up …");
        assertThat(sam.get("/admin/transfers?show=ended").html().select("#transfer-" + id)).isEmpty();
        assertThat(sam.get("/admin/transfers?q=alvarez").html().select("#transfer-" + id)).hasSize(1);
        assertThat(sam.get("/admin/transfers?q=zzz").html().select("#transfer-" + id)).isEmpty();
    }

    /** It is then that it is needed most. */
    @Test
    void isThereAlsoWhenTwilioIsNot() {

        var id = transfer();
        floor.forgetEverything();
        Trouble.UNAVAILABLE.befallAll(floor.sandbox, "*", "/v1/*");

        assertThat(sam.page("/admin/transfers?q=alice").html().select("#transfer-" + id)).hasSize(1);
        assertThat(sam.get("/admin/transfers").status()).isEqualTo(200);
        assertRefused(503, act(id, "queue", "queue", "WQ" + "0".repeat(32)));
    }

    @Test
    void returnsATransferToItsSender() {

        var id = transfer();

        var answer = act(id, "return");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).contains("is being returned to its sender");
        assertThat(answer.header("HX-Trigger")).hasValue("transfer-supervised");
        floor.inTheEnd("it is returned", () -> floor.record(one).getFirst().state().equals("RETURNED"));
        assertThat(floor.sandbox.agentsIn(one)).containsExactly(floor.alice);
        assertThat(floor.auditedWith("transfer.return", id)).isEqualTo(1);
    }

    @Test
    void sendsATransferToAQueue() {

        var id = transfer();

        assertThat(act(id, "queue", "queue", floor.sales).status()).isEqualTo(200);
        floor.inTheEnd("the queue is asked", () -> floor.sandbox.invited(one).size() == 2);
        assertThat(sam.get("/admin/transfers").html().select("#transfer-%s .watched__state".formatted(id)).text())
                .contains("Sales");
    }

    @Test
    void givesATransferUpForAReason() {

        var id = transfer();

        assertThat(act(id, "surrender", "reason", " She has called. ").status()).isEqualTo(200);
        floor.inTheEnd("it is given up", () -> floor.record(one).getFirst().state().equals("GIVEN_UP"));
        assertThat(sam.get("/admin/transfers").html().select("#transfer-%s .step__text".formatted(id)).eachText())
                .contains("Sam Sato stepped in", "ended: She has called.");
    }

    @Test
    void looksAtATransferNow() {

        var id = transfer();

        assertThat(act(id, "retry").status()).isEqualTo(200);
        assertThat(floor.auditedWith("transfer.retry", id)).isEqualTo(1);
    }

    @Test
    void wantsAReasonAndAQueue() {

        var id = transfer();

        Stream.of("", "  ", "x".repeat(201)).forEach(it -> assertRefused(422, act(id, "surrender", "reason", it)));
        assertRefused(422, act(id, "surrender"));
        Stream.of("", "x", floor.bob, "WQ" + "0".repeat(32), "WQ\0")
                .forEach(it -> assertRefused(422, act(id, "queue", "queue", it)));
        assertRefused(422, act(id, "queue"));
        assertThat(floor.record(one).getFirst().ended()).isFalse();
    }

    @Test
    void saysSoWhenItIsTooLate() {

        var id = transfer();
        act(id, "return");
        floor.inTheEnd("it is over", () -> floor.record(one).getFirst().isSettled());

        assertRefused(409, act(id, "return"));
        assertRefused(409, act(id, "queue", "queue", floor.billing));
        assertRefused(409, act(id, "surrender", "reason", "enough"));
        assertRefused(409, act(id, "retry"));
    }

    @Test
    void aSenderTakesBackFromAnywhereAndNobodyElseDoes() {

        var id = transfer();

        Stream.of("bob", "sam")
                .forEach(it -> assertThat(floor.deskOf(it).delete("/transfers/" + id).status())
                        .as(it)
                        .isEqualTo(404));

        var answer = floor.deskOf("alice").delete("/transfers/" + id);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notice()).isEqualTo("Transfer taken back. The customer is with you.");
        assertThat(answer.html().select("#task-header")).isEmpty();
        assertThat(answer.html().select("#tasks, #sent")).hasSize(2);

        assertThat(floor.record(one).getFirst().state()).isEqualTo("TAKEN_BACK");
    }

    @Test
    void theConversationThatIsShownIsAnsweredAsWell() {

        var id = transfer();
        var alice = floor.deskOf("alice");

        var answer = alice.send("/transfers/" + id, it -> alice.htmx(it)
                .header("HX-Current-URL", "http://desk.test/tasks/%s?tab=transfers".formatted(one.task()))
                .DELETE());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.html().select("#task-header")).hasSize(1);
    }

    @Test
    void asksWhomTheSenderWants() {

        assertThat(
                send("seconds", "50", "then", "", "thenSeconds", "", "then", floor.carol, "thenSeconds", "70").status())
                .isEqualTo(200);
        floor.answers(one, "rejected");

        floor.inTheEnd("Carol is asked", () -> floor.sandbox.invited(one).size() == 2);
        assertThat(floor.steps(floor.record(one).getFirst())).contains("DECLINED", "MOVED");
    }

    @ParameterizedTest
    @CsvSource({ "seconds, abc", "seconds, 4", "seconds, 86401", "seconds, -5", "seconds, 1e3",
        "seconds, 99999999999999999999", "then, x", "then, WK123", "then[0], WK123", "thenSeconds, 40" })
    void refusesALadderThatCannotBe(String name, String value) {
        assertNothingIsSent(name.equals("thenSeconds") ? new String[]{ "then", "", name, value }
                : new String[]{ name, value });
    }

    @Test
    void refusesALadderThatIsTooLongOrHasNoTime() {

        assertNothingIsSent("then", floor.carol);
        assertNothingIsSent("then", floor.carol, "thenSeconds", "soon");
        assertNothingIsSent(Stream.of("1", "2", "3", "4", "5", "6")
                .flatMap(it -> Stream.of("then", "WQ" + it.repeat(32), "thenSeconds", "60"))
                .toArray(String[]::new));
    }

    private void assertNothingIsSent(String... ladder) {

        var answer = send(ladder);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.notice()).startsWith("Not sent. What happens if nobody answers is not complete");
        assertThat(floor.record(one)).isEmpty();
        assertThat(floor.sandbox.invited(one)).isEmpty();
    }

    private Answer send(String... ladder) {
        var form = Stream.of("target", floor.bob, "note", "", "request", UUID.randomUUID().toString());
        return floor.deskOf("alice")
                .post("/tasks/%s/transfers".formatted(one.task()),
                        Stream.concat(form, Arrays.stream(ladder)).toArray(String[]::new));
    }

    /** Offered to Bob. */
    private String transfer() {
        assertThat(send().status()).isEqualTo(200);
        floor.inTheEnd("Bob is asked", () -> floor.record(one).getFirst().state().equals("OFFERED"));
        return floor.record(one).getFirst().id();
    }

    private Answer act(String id, String action, String... form) {
        return sam.post("/admin/transfers/%s/%s".formatted(id, action), form);
    }

    private static void assertRefused(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(Texts.sayWhy(answer)).as(answer.body()).isTrue();
    }
}
