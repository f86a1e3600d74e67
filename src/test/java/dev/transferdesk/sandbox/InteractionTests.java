package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.BOB;
import static dev.transferdesk.sandbox.SandboxFixture.CAROL;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static dev.transferdesk.sandbox.SandboxFixture.WORKSPACE;
import static dev.transferdesk.sandbox.SandboxFixture.routing;
import static dev.transferdesk.sandbox.SandboxFixture.taskOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionTests {

    private static final String BOBS_IDENTITY = "bob_2Ebrandt_40example_2Ecom";

    @BeforeEach
    void startOver() {
        SANDBOX.reset();
    }

    @Test
    void inviteMakesATaskWithExactlyItsAttributes() {
        var chat = SANDBOX.chatWith(ALICE);

        var invite = SANDBOX.invite(chat, Seeds.CHAT_TRANSFER_WORKFLOW, attributes -> {
            attributes.put("transferTargetType", "worker").put("name", "Größe 大").put("vip", true).put("score", 1.5);
            attributes.putObject("nested").putArray("list").add(1).add("two");
            return attributes;
        });

        assertThat(invite.status()).isEqualTo(200);
        assertThat(invite.text("sid")).matches("KG[0-9a-f]{32}");
        var attributes = Json.decoded(SANDBOX.task(taskOf(invite)).text("attributes"));
        assertThat(attributes.remove("flexChannelInviteSid").asString()).isEqualTo(invite.text("sid"));
        assertThat(attributes).hasToString(
                "{\"transferTargetType\":\"worker\",\"name\":\"Größe 大\",\"vip\":true,\"score\":1.5,"
                        + "\"nested\":{\"list\":[1,\"two\"]}}");
    }

    @Test
    void inviteAnswersWithIntegersForDatesAndAttributesAsText() {
        var properties = SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), BOB).body().at("/routing/properties");

        assertThat(properties.path("date_created").isIntegralNumber()).isTrue();
        assertThat(properties.path("attributes").isString()).isTrue();
        assertThat(properties.path("assignment_status").asString()).isEqualTo("pending");
        assertThat(properties.path("assignmentCounter").isIntegralNumber()).isTrue();
    }

    @Test
    void whoeverAcceptsJoinsInteractionAndConversation() {
        var chat = SANDBOX.chatWith(ALICE);
        var task = taskOf(SANDBOX.inviteWorker(chat, BOB));

        assertThat(SANDBOX.answer(task, BOB, "accepted").text("reservation_status")).isEqualTo("accepted");

        assertThat(SANDBOX.status(task)).isEqualTo("assigned");
        assertThat(SANDBOX.participantTypes(chat)).containsExactly("customer", "agent", "agent");
        assertThat(SANDBOX.participant(chat, task)).matches("UT[0-9a-f]{32}");
        assertThat(SANDBOX.identities(chat)).contains(BOBS_IDENTITY);
    }

    @Test
    void closedParticipantIsDoneAtOnceAndTheChannelStaysActive() {
        var chat = SANDBOX.chatWith(ALICE);

        var closed = close(chat, chat.task());

        assertThat(closed.status()).isEqualTo(200);
        assertThat(SANDBOX.status(chat.task())).isEqualTo("completed");
        assertThat(SANDBOX.participantTypes(chat)).containsExactly("customer");
        assertThat(SANDBOX.identities(chat)).hasSize(1);
        assertThat(SANDBOX.get(chat.channelPath()).text("status")).isEqualTo("active");
        assertThat(SANDBOX.get(chat.conversationPath()).text("state")).isEqualTo("active");
    }

    @Test
    void closedTwiceIsNotFound() {
        var chat = SANDBOX.chatWith(ALICE);
        var participant = SANDBOX.participant(chat, chat.task());

        close(chat, chat.task());

        assertThat(SANDBOX.post(chat.channelPath() + "/Participants/" + participant, "Status", "closed").code())
                .isEqualTo(20404);
    }

    @Test
    void wrapUpKeepsTheAgentIn() {
        var chat = SANDBOX.chatWith(ALICE);

        SANDBOX.post(chat.channelPath() + "/Participants/" + SANDBOX.participant(chat, chat.task()), "Status",
                "wrapup");

        assertThat(SANDBOX.status(chat.task())).isEqualTo("wrapping");
        assertThat(SANDBOX.participantTypes(chat)).containsExactly("customer", "agent");
    }

    @Test
    void declinedDirectInviteCancelsItsTask() {
        var chat = SANDBOX.chatWith(ALICE);
        var routing = routing(Seeds.CHAT_TRANSFER_WORKFLOW);
        routing.withObject("/properties").put("worker_sid", CAROL).put("queue_sid", Sid.fixed("WQ", "Everyone"));
        var task = taskOf(SANDBOX.post(chat.channelPath() + "/Invites", "Routing", Json.text(routing)));
        assertThat(SANDBOX.offered(task)).containsExactly(CAROL);

        SANDBOX.answer(task, CAROL, "rejected");

        assertThat(SANDBOX.status(task)).isEqualTo("canceled");
        assertThat(SANDBOX.get(chat.channelPath()).text("status")).isEqualTo("active");
    }

    @Test
    void interactionMayBeginWithAConversation() {
        var conversation = SANDBOX.post("/v1/Conversations", "FriendlyName", "Ada").text("sid");
        SANDBOX.post("/v1/Conversations/" + conversation + "/Participants", "Identity", "ada");
        var channel = Json.object().put("type", "web").put("initiated_by", "customer");
        channel.putObject("properties").put("media_channel_sid", conversation);

        var created = SANDBOX.post("/v1/Interactions", "Channel", Json.text(channel), "Routing",
                Json.text(routing(Seeds.INBOUND_WORKFLOW)));

        assertThat(created.status()).isEqualTo(200);
        var attributes = Json.decoded(created.text("routing.properties.attributes"));
        assertThat(attributes.path("flexInteractionSid").asString()).isEqualTo(created.text("sid"));
        assertThat(attributes.path("conversationSid").asString()).isEqualTo(conversation);
        assertThat(SANDBOX.get("/v1/Interactions/" + created.text("sid")).text("channel.sid"))
                .isEqualTo(created.text("channel.sid"));
        assertThat(SANDBOX.get("/v1/Interactions/" + created.text("sid") + "/Channels").body().path("channels"))
                .hasSize(1);
    }

    @Test
    void othersThanAgentsAreAddedDirectly() {
        var chat = SANDBOX.chatWith(ALICE);

        var added = SANDBOX.post(chat.channelPath() + "/Participants", "Type", "external", "MediaProperties",
                "{\"identity\":\"interpreter\"}");

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body().path("routing_properties").isNull()).isTrue();
        assertThat(SANDBOX.identities(chat)).contains("interpreter");
    }

    @Test
    void invitesAreListedWithTheirTasks() {
        var chat = SANDBOX.chatWith(ALICE);
        var task = taskOf(SANDBOX.inviteWorker(chat, BOB));

        assertThat(SANDBOX.get(chat.channelPath() + "/Invites")
                .body()
                .path("invites")
                .valueStream()
                .map(one -> one.at("/routing/properties/sid").asString())).containsExactly(chat.task(), task);
    }

    @Test
    void routingThatMakesNoSenseIsRefused() {
        var chat = SANDBOX.chatWith(ALICE);
        var invites = chat.channelPath() + "/Invites";

        assertThat(SANDBOX.post(invites).code()).isEqualTo(20001);
        assertThat(SANDBOX.post(invites, "Routing", "{").code()).isEqualTo(20001);
        assertThat(SANDBOX.post(invites, "Routing", "{\"properties\":7}").code()).isEqualTo(20001);
        assertThat(SANDBOX.post(invites, "Routing", Json.text(routing("WW0"))).code()).isEqualTo(20001);
    }

    @Test
    void attributesThatDoNotFitMakeNoTask() {
        var chat = SANDBOX.chatWith(ALICE);

        var refused = SANDBOX.invite(chat, Seeds.CHAT_TRANSFER_WORKFLOW,
                attributes -> attributes.put("note", "x".repeat(5000)));

        assertThat(refused.code()).isEqualTo(20001);
        assertThat(SANDBOX.get(WORKSPACE + "/Tasks?AssignmentStatus=pending,reserved").body().path("tasks")).isEmpty();
        assertThat(SANDBOX.get(chat.channelPath() + "/Invites").body().path("invites")).hasSize(1);
    }

    private static SandboxFixture.Reply close(SandboxFixture.Chat chat, String task) {
        return SANDBOX.post(chat.channelPath() + "/Participants/" + SANDBOX.participant(chat, task), "Status",
                "closed");
    }
}
