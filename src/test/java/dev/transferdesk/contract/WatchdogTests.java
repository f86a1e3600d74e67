package dev.transferdesk.contract;

import static dev.transferdesk.contract.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.TaskSid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Customers whom everybody has left, at a desk of its own that looks after them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:watchdog;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
    "sandbox.port=0",
    "sandbox.orchestration-delay=2s",
    "twilio.read-timeout=1s",
    "twilio.back-off.first-pause=10ms",
    "schedule.look-every=50ms" })
@Import({ Floor.class, MovableClock.class })
@ExtendWith(OutputCaptureExtension.class)
class WatchdogTests {

    private static final Duration SWEEP = Duration.ofSeconds(30);
    private static final Duration ORCHESTRATION = Duration.ofSeconds(3);

    @Autowired
    private Floor floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEventPublisher twilio;

    private Case one;

    @BeforeEach
    void begin() {
        one = floor.begin();
        pass(SWEEP);
        until("the conversation is known", () -> "LIVE".equals(standing()));
    }

    @AfterEach
    void tidy(CapturedOutput output) {
        floor.assertNoSecretsIn(output.getAll());
        floor.tidy();
    }

    @Test
    void aCustomerWhomSomebodyElseLeftAloneIsOfferedWithinAMinute() {

        var left = clock.instant();
        floor.sandbox.takeOut(one, floor.alice);
        pass(SWEEP);
        offered();

        assertThat(Duration.between(left, repairs().getFirst().at())).isLessThan(Duration.ofMinutes(1));
        assertThat(floor.sandbox.task(floor.sandbox.invitedTask(one)).get("attributes").path("customerName").asString())
                .isEqualTo("Ida Lovelace");
        assertThat(transfers()).hasSize(1);
    }

    @Test
    void whoeverTakesItHasTheCustomer() {

        floor.sandbox.takeOut(one, floor.alice);
        pass(SWEEP);
        offered();
        floor.sandbox.answer(floor.sandbox.invitedTask(one), "accepted");
        pass(ORCHESTRATION);
        pass(SWEEP);

        until("the finding is resolved", () -> repairs().getFirst().resolved());
        assertThat(floor.sandbox.agentsIn(one)).hasSize(1);
        assertThat(floor.sandbox.invited(one)).hasSize(1);
    }

    /** Flex takes two of the five seconds to carry out that she was taken out. */
    @Test
    void aCustomerLeftAloneIsOfferedWithinFiveSecondsOfAnEvent() {

        floor.sandbox.takeOut(one, floor.alice);
        tell("task.completed");

        for (var second = 0; second < 5 && repairs().isEmpty(); second++) {
            pass(Duration.ofSeconds(1));
        }
        whileNobodyIsAtWork();

        assertThat(repairs()).singleElement().satisfies(it -> assertThat(it.hasTransfer()).isTrue());
    }

    /** Both see the other still there, so that neither closes the channel. */
    @Test
    @DisplayName("12: two agents leave at once while the list of participants lags: the customer is found")
    void twoAgentsLeaveAtOnceWhileTheListLags() {

        var bobs = bobJoins();
        var alice = floor.deskOf("alice");
        var bob = floor.deskOf("bob");
        var hers = AtOnce.begin(() -> alice.post("/tasks/%s/departure".formatted(one.task())));
        var his = AtOnce.begin(() -> bob.post("/tasks/%s/departure".formatted(bobs)));
        assertThat(List.of(hers.get().status(), his.get().status())).containsOnly(200);
        pass(ORCHESTRATION);

        assertThat(floor.sandbox.agentsIn(one)).isEmpty();
        assertThat(floor.sandbox.conversation(one).get("state").asString()).isEqualTo("active");

        pass(SWEEP);
        offered();
        assertThat(floor.sandbox.invited(one)).hasSize(2);
    }

    @Test
    void aParkedConversationIsLeftAlone() {

        floor.sandbox.describe(one.conversationUrl(), Sandbox.JSON.createObjectNode()
                .put("webhookSid", "WH" + "1".repeat(32))
                .put("interactionSid", one.interaction()));
        floor.sandbox.takeOut(one, floor.alice);
        pass(SWEEP);

        until("it rests", () -> "RESTING".equals(standing()));
        assertNothingDone();
    }

    @Test
    void aClosedConversationIsLeftAlone() {

        floor.sandbox.end(one);
        pass(SWEEP);

        until("it is closed", () -> "CLOSED".equals(standing()));
        assertNothingDone();
    }

    @Test
    void whileTwilioIsAwayNothingIsDecided() {

        floor.sandbox.takeOut(one, floor.alice);
        Trouble.UNAVAILABLE.befallAll(floor.sandbox, "GET", "/v1/*");
        pass(SWEEP);
        pass(SWEEP);
        assertThat(standing()).isEqualTo("LIVE");
        assertNothingDone();

        floor.sandbox.calm();
        pass(SWEEP);
        offered();
    }

    private void offered() {
        until("it is looked at once", () -> isSeenAlone() || !repairs().isEmpty());
        pass(Duration.ofSeconds(2));
        until("the customer is offered", () -> repairs().stream().anyMatch(Row::hasTransfer));
        assertThat(repairs()).hasSize(1);
        until("somebody is asked", () -> floor.sandbox.invited(one)
                .stream()
                .anyMatch(it -> List.of("pending", "reserved").contains(floor.sandbox.status(it))));
    }

    private void assertNothingDone() {
        assertThat(repairs()).isEmpty();
        assertThat(floor.sandbox.invited(one)).isEmpty();
    }

    private String bobJoins() {

        floor.deskOf("alice")
                .post("/tasks/%s/invites".formatted(one.task()), "target", floor.bob, "note", "", "request",
                        UUID.randomUUID().toString());
        until("he is asked", () -> !floor.sandbox.invited(one).isEmpty());
        floor.sandbox.answer(floor.sandbox.invitedTask(one), "accepted");
        pass(ORCHESTRATION);
        until("the desk knows", () -> {
            pass(Floor.ONE_LOOK);
            return transfers().equals(List.of("DONE"));
        });
        floor.forgetRecent();

        return floor.sandbox.invitedTask(one);
    }

    private void tell(String type) {
        twilio.publishEvent(new TwilioEvent(TwilioEvent.Source.TASKROUTER, type, Optional.of(new TaskSid(one.task())),
                Optional.empty(), Optional.empty(), Optional.of(new ConversationSid(one.conversation())),
                Sandbox.JSON.createObjectNode(), clock.instant()));
    }

    private String standing() {
        return jdbc.sql("select standing from known_conversation where conversation = ?")
                .param(one.conversation())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private boolean isSeenAlone() {
        return jdbc.sql("select count(*) from known_conversation where conversation = ? and alone_at is not null")
                .param(one.conversation())
                .query(Integer.class)
                .single() > 0;
    }

    /** Whoever is at work while time jumps seems to have died. */
    private void pass(Duration time) {
        whileNobodyIsAtWork();
        floor.pass(time);
    }

    private void whileNobodyIsAtWork() {
        until("nobody is at work, and nothing is due",
                () -> jdbc.sql("select count(*) from scheduled_tasks where picked or execution_time <= ?")
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single() == 0);
    }

    private List<String> transfers() {
        return jdbc.sql("select state from transfer where conversation = ?")
                .param(one.conversation())
                .query(String.class)
                .list();
    }

    private List<Row> repairs() {
        return jdbc.sql("select * from repair where conversation = ? order by id")
                .param(one.conversation())
                .query((row, _) -> new Row(row.getObject("found_at", OffsetDateTime.class).toInstant(),
                        row.getObject("transfer") != null, row.getObject("resolved_at") != null))
                .list();
    }

    private record Row(Instant at, boolean hasTransfer, boolean resolved) {}
}
