package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.BOB;
import static dev.transferdesk.sandbox.SandboxFixture.CAROL;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static dev.transferdesk.sandbox.SandboxFixture.taskOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

class ControlTests {

    @BeforeEach
    void startOver() {
        SANDBOX.reset();
    }

    @Test
    void stateShowsEverythingWithAttributesDecoded() {
        var state = SANDBOX.get("/sandbox/state").body();

        assertThat(state.propertyNames()).contains("workers", "queues", "workflows", "tasks", "reservations",
                "conversations", "interactions");
        assertThat(state.at("/workers/0/attributes/full_name").asString()).isEqualTo("Alice Alvarez");
        assertThat(state.at("/tasks/0/attributes/basket/items/0/qty").asInt()).isEqualTo(1);
        assertThat(state.at("/interactions/0/participants")).hasSize(2);
        assertThat(state.at("/interactions/0/invites")).hasSize(1);
        assertThat(state.at("/conversations/0/participants")).hasSize(2);
    }

    @Test
    void seedsGiveAliceAndBobTheirCustomers() {
        assertThat(customersOf(ALICE)).containsExactlyInAnyOrder("Dana Customer", "Henrik Holm", "Priya Natarajan",
                "Grace Okafor");
        assertThat(customersOf(BOB)).containsExactlyInAnyOrder("佐藤 花子", "Tomás Ortega", "Grace Okafor");
    }

    @Test
    void resetBringsTheSeedsBackUnderTheSameWorkers() {
        var before = SANDBOX.get("/sandbox/state").body();
        SANDBOX.move(BOB, "Break");
        SANDBOX.waitingChat();

        SANDBOX.reset();

        var after = SANDBOX.get("/sandbox/state").body();
        assertThat(after.path("tasks")).hasSameSizeAs(before.path("tasks"));
        assertThat(sids(after.path("workers"))).isEqualTo(sids(before.path("workers")));
        assertThat(sids(after.path("tasks"))).doesNotContainAnyElementsOf(sids(before.path("tasks")));
        assertThat(after.at("/workers/1/activity_name").asString()).isEqualTo("Available");
    }

    @Test
    void customerWhoWritesInGetsATaskThatIsOffered() {
        var chat = SANDBOX.waitingChat();

        assertThat(SANDBOX.offered(chat.task())).containsExactly(CAROL);
        assertThat(SANDBOX.get(chat.conversationPath() + "/Messages").body().path("messages")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "web", "sms", "whatsapp", "email" })
    void customerComesByAnyChannel(String channel) {
        var arrived = SANDBOX.post("/sandbox/conversations", "channel", channel, "customer", "Zoë", "body", "Hi",
                "worker", ALICE);

        assertThat(SANDBOX.status(arrived.text("task"))).isEqualTo("assigned");
        assertThat(SANDBOX.get("/v1/Interactions/" + arrived.text("interaction")).text("channel.type"))
                .isEqualTo(channel);
    }

    @Test
    void reservationIsAnsweredForItsWorker() {
        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), BOB));

        SANDBOX.post("/sandbox/reservations/" + SANDBOX.offer(task, BOB), "status", "accepted");

        assertThat(SANDBOX.status(task)).isEqualTo("assigned");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sandbox/clock", "/sandbox/clock?advance=-1", "/sandbox/clock?advance=soon",
        "/sandbox/conversations", "/sandbox/conversations?channel=fax&customer=A&body=b",
        "/sandbox/conversations?channel=web&customer=A&body=b&worker=WK0", "/sandbox/conversations/CH0/messages?body=b",
        "/sandbox/workers/WK0/activity?name=Break", "/sandbox/reservations/WR0?status=accepted",
        "/sandbox/latency?ms=much" })
    void badInputIsExplained(String path) {
        var refused = SANDBOX.post(path);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).isNotBlank();
    }

    @Test
    void settingKeepsThoseWhoLeftInTheList() {
        var other = SandboxFixture.start("sandbox.closed-participants-listed", "true");
        try {
            var chat = other.chatWith(ALICE);
            other.post(chat.channelPath() + "/Participants/" + other.participant(chat, chat.task()), "Status",
                    "closed");

            assertThat(other.participantTypes(chat)).containsExactly("customer", "agent");
            assertThat(other.identities(chat)).hasSize(1);
        } finally {
            other.stop();
        }
    }

    @Test
    void settingDelaysWhatFlexDoes() {
        var other = SandboxFixture.start("sandbox.orchestration-delay", "10s");
        try {
            var chat = other.chatWith(ALICE);
            assertThat(other.participantTypes(chat)).containsExactly("customer");

            other.advance(11);

            assertThat(other.participantTypes(chat)).containsExactly("customer", "agent");
        } finally {
            other.stop();
        }
    }

    private static List<String> customersOf(String worker) {
        return SANDBOX.get("/sandbox/state")
                .body()
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("assignment_status").asString().equals("assigned"))
                .filter(task -> SANDBOX.get(SandboxFixture.WORKSPACE + "/Workers/" + worker + "/Reservations")
                        .body()
                        .path("reservations")
                        .valueStream()
                        .anyMatch(one -> one.path("task_sid").equals(task.path("sid"))))
                .map(task -> task.at("/attributes/customerName").asString())
                .toList();
    }

    private static List<String> sids(JsonNode array) {
        return array.valueStream().map(one -> one.path("sid").asString()).toList();
    }
}
