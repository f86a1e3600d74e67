package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.transferdesk.sandbox.SandboxFixture.Chat;

class ConversationTests {

    private Chat chat = new Chat("", "", "", "");

    @BeforeEach
    void startOver() {
        SANDBOX.reset();
        chat = SANDBOX.chatWith(ALICE);
    }

    @Test
    void attributesAreReplacedAsAWhole() {
        SANDBOX.post(chat.conversationPath(), "Attributes", "{\"a\": 1}");

        assertThat(SANDBOX.post(chat.conversationPath(), "Attributes", "{\"b\": 2}").text("attributes"))
                .isEqualTo("{\"b\": 2}");
    }

    @Test
    void attributesMustBeAnObjectOfAtMost16Kilobytes() {
        var tooLarge = "{\"a\":\"" + "x".repeat(16 * 1024) + "\"}";

        assertThat(SANDBOX.post(chat.conversationPath(), "Attributes", "nonsense").code()).isEqualTo(20001);
        assertThat(SANDBOX.post(chat.conversationPath(), "Attributes", tooLarge).code()).isEqualTo(20001);
        assertThat(SANDBOX.get(chat.conversationPath()).text("attributes")).isEqualTo("{}");
    }

    @Test
    void closedConversationStaysAsItIs() {
        assertThat(SANDBOX.post(chat.conversationPath(), "State", "closed").text("state")).isEqualTo("closed");

        assertThat(SANDBOX.post(chat.conversationPath(), "State", "active").code()).isEqualTo(50377);
        assertThat(SANDBOX.post(chat.conversationPath() + "/Messages", "Body", "Hello?").code()).isEqualTo(50377);
        assertThat(SANDBOX.post(chat.conversationPath() + "/Participants", "Identity", "x").code()).isEqualTo(50377);
    }

    @Test
    void messageWakesAnInactiveConversation() {
        SANDBOX.post(chat.conversationPath(), "State", "inactive");

        SANDBOX.post("/sandbox/conversations/" + chat.conversation() + "/messages", "body", "Still there?");

        assertThat(SANDBOX.get(chat.conversationPath()).text("state")).isEqualTo("active");
    }

    @Test
    void timersMoveTheConversationOn() {
        SANDBOX.post(chat.conversationPath(), "Timers.Inactive", "PT1M", "Timers.Closed", "PT10M");

        SANDBOX.advance(61);
        assertThat(SANDBOX.get(chat.conversationPath()).text("state")).isEqualTo("inactive");

        SANDBOX.advance(600);
        assertThat(SANDBOX.get(chat.conversationPath()).text("state")).isEqualTo("closed");
    }

    @Test
    void identityJoinsOnce() {
        var participants = chat.conversationPath() + "/Participants";
        assertThat(SANDBOX.post(participants, "Identity", "guest").status()).isEqualTo(201);

        var refused = SANDBOX.post(participants, "Identity", "guest");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo(50433);
    }

    @Test
    void addressIsInOneOpenConversationAtATime() {
        var binding = new String[]{ "MessagingBinding.Address", "+15550001", "MessagingBinding.ProxyAddress",
            "+15550002" };
        SANDBOX.post(chat.conversationPath() + "/Participants", binding);
        var other = SANDBOX.chatWith(ALICE);

        assertThat(SANDBOX.post(other.conversationPath() + "/Participants", binding).code()).isEqualTo(50416);
        SANDBOX.post(chat.conversationPath(), "State", "closed");
        assertThat(SANDBOX.post(other.conversationPath() + "/Participants", binding).status()).isEqualTo(201);
    }

    @Test
    void participantIsFoundBySidAndByIdentity() {
        var participants = chat.conversationPath() + "/Participants";
        var sid = SANDBOX.post(participants, "Identity", "guest").text("sid");

        assertThat(SANDBOX.get(participants + "/" + sid).text("identity")).isEqualTo("guest");
        assertThat(SANDBOX.get(participants + "/guest").text("sid")).isEqualTo(sid);
        assertThat(SANDBOX.get("/v1/ParticipantConversations?Identity=guest").body().path("conversations"))
                .singleElement()
                .extracting(one -> one.path("conversation_sid").asString())
                .isEqualTo(chat.conversation());
        assertThat(SANDBOX.delete(participants + "/" + sid).status()).isEqualTo(204);
        assertThat(SANDBOX.get(participants + "/" + sid).code()).isEqualTo(20404);
    }

    @Test
    void messagesArePagedInBothDirections() {
        for (var i = 1; i <= 4; i++) {
            SANDBOX.post(chat.conversationPath() + "/Messages", "Body", "m" + i, "Author", "someone");
        }

        var newest = SANDBOX.get(chat.conversationPath() + "/Messages?Order=desc&PageSize=2");
        var next = SANDBOX.get(newest.text("meta.next_page_url"));

        assertThat(newest.body().path("messages").valueStream().map(one -> one.path("body").asString()))
                .containsExactly("m4", "m3");
        assertThat(next.body().path("messages").valueStream().map(one -> one.path("body").asString()))
                .containsExactly("m2", "m1");
        assertThat(SANDBOX.get(chat.conversationPath() + "/Messages").text("messages.0.body")).isEqualTo("Hello");
    }

    @Test
    void messageOfNobodyIsTheSystems() {
        var message = SANDBOX.post(chat.conversationPath() + "/Messages", "Body", "note");

        assertThat(message.status()).isEqualTo(201);
        assertThat(message.text("author")).isEqualTo("system");
        assertThat(message.body().path("participant_sid").isNull()).isTrue();
        assertThat(SANDBOX.get(chat.conversationPath() + "/Messages/" + message.text("sid")).text("body"))
                .isEqualTo("note");
    }

    @Test
    void serviceIsTheDefaultOneByName() {
        var named = "/v1/Services/" + State.CHAT_SERVICE + "/Conversations/" + chat.conversation();

        assertThat(SANDBOX.get(named).text("sid")).isEqualTo(chat.conversation());
        assertThat(SANDBOX.get("/v1/Services/IS0/Conversations/" + chat.conversation()).code()).isEqualTo(20404);
    }

    @Test
    void usersHaveNames() {
        assertThat(SANDBOX.get("/v1/Users/alice_2Ealvarez_40example_2Ecom").text("friendly_name"))
                .isEqualTo("Alice Alvarez");
        assertThat(SANDBOX.get("/v1/Users/nobody").code()).isEqualTo(20404);
    }

    @Test
    void conversationIsDeletedWithItsMessages() {
        assertThat(SANDBOX.delete(chat.conversationPath()).status()).isEqualTo(204);
        assertThat(SANDBOX.get(chat.conversationPath()).code()).isEqualTo(20404);
    }

    @Test
    void timersNeedAState() {
        assertThat(SANDBOX.post("/v1/Conversations", "Timers.Inactive", "PT5M").code()).isEqualTo(50382);
        assertThat(SANDBOX.post("/v1/Conversations", "Timers.Inactive", "PT5M", "State", "active").status())
                .isEqualTo(201);
    }
}
