package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.BOB;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static dev.transferdesk.sandbox.SandboxFixture.taskOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionChannelTests {

    @BeforeEach
    void startOver() {
        SANDBOX.reset();
    }

    @Test
    void closingTheChannelClosesTheConversationAndLeavesWrapUp() {
        var chat = SANDBOX.chatWith(ALICE);

        assertThat(SANDBOX.post(chat.channelPath(), "Status", "closed").text("status")).isEqualTo("closed");

        assertThat(SANDBOX.status(chat.task())).isEqualTo("wrapping");
        assertThat(SANDBOX.get(chat.conversationPath()).text("state")).isEqualTo("closed");
    }

    @Test
    void closingTheChannelWithItsRoutingLeavesNoWrapUp() {
        var chat = SANDBOX.chatWith(ALICE);

        SANDBOX.post(chat.channelPath(), "Status", "closed", "Routing", "{\"status\":\"closed\"}");

        assertThat(SANDBOX.status(chat.task())).isEqualTo("completed");
    }

    @Test
    void closingTheChannelCancelsWhatNobodyHasAccepted() {
        var chat = SANDBOX.chatWith(ALICE);
        var task = taskOf(SANDBOX.inviteWorker(chat, BOB));

        SANDBOX.post(chat.channelPath(), "Status", "closed");

        assertThat(SANDBOX.status(task)).isEqualTo("canceled");
        assertThat(SANDBOX.offered(task)).isEmpty();
    }

    @Test
    void inactiveChannelNeedsARouting() {
        var chat = SANDBOX.chatWith(ALICE);

        assertThat(SANDBOX.post(chat.channelPath(), "Status", "inactive").status()).isEqualTo(400);
        assertThat(SANDBOX.post(chat.channelPath(), "Status", "inactive", "Routing", "{\"status\":\"closed\"}")
                .text("status")).isEqualTo("inactive");
        assertThat(SANDBOX.get(chat.conversationPath()).text("state")).isEqualTo("inactive");
    }

    @Test
    void channelRefusesAStatusThatIsMissingOrUnknown() {
        var chat = SANDBOX.chatWith(ALICE);

        assertThat(SANDBOX.post(chat.channelPath()).code()).isEqualTo(45358);
        assertThat(SANDBOX.post(chat.channelPath(), "Status", "wrapup").code()).isEqualTo(45359);
    }

    @Test
    void nobodyIsInvitedToAClosedConversation() {
        var chat = SANDBOX.chatWith(ALICE);
        SANDBOX.post(chat.channelPath(), "Status", "closed");

        var refused = SANDBOX.inviteWorker(chat, BOB);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(45354);
    }

    @Test
    void messageRevivesAnInactiveChannel() {
        var chat = SANDBOX.chatWith(ALICE);
        SANDBOX.post(chat.channelPath(), "Status", "inactive", "Routing", "{\"status\":\"closed\"}");

        SANDBOX.post("/sandbox/conversations/" + chat.conversation() + "/messages", "body", "One more thing");

        assertThat(SANDBOX.get(chat.channelPath()).text("status")).isEqualTo("active");
    }
}
