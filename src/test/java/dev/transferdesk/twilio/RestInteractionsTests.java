package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.GatewayFixture.ALICE;
import static dev.transferdesk.twilio.GatewayFixture.ALICE_THERE;
import static dev.transferdesk.twilio.GatewayFixture.CHANNEL;
import static dev.transferdesk.twilio.GatewayFixture.CHAT_TRANSFER;
import static dev.transferdesk.twilio.GatewayFixture.TASK;
import static dev.transferdesk.twilio.GatewayFixture.WORKSPACE;
import static dev.transferdesk.twilio.ScriptedTwilio.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestInteractionsTests {

    private static final String CHANNEL_PATH = "/v1/Interactions/KD%1$s/Channels/UO%1$s".formatted("1".repeat(32));

    @Test
    void invitesWithEveryAttributeAsItIs() throws Exception {

        var attributes = "{\"id\":98765432109876543210987,\"price\":1.10,\"vip\":true,\"gone\":null,"
                + "\"list\":[1,\"1\",{\"a\":[]}],\"customerName\":\"Ωμέγα 名前 🙂 & 50%+1=\\\"x\\\"\",\"conversations\":{\"b\":{}}}";

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.invite(7, TASK)));
                var gateway = GatewayFixture.at(twilio.url())) {

            var invited = gateway.interactions.invite(CHANNEL,
                    new Invitation(CHAT_TRANSFER, "chat", Json.object(attributes)));

            assertThat(invited).isEqualTo(new Invited(new InviteSid("KG%032x".formatted(7)), TASK));
            var request = twilio.received().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo(CHANNEL_PATH + "/Invites");
            assertThat(request.headers()).containsEntry("host", "flex-api.twilio.com");
            assertThat(request.fields()).containsExactly(Map.entry("Routing",
                    "{\"properties\":{\"workspace_sid\":\"%s\",\"workflow_sid\":\"%s\",\"task_channel_unique_name\":\"chat\",\"attributes\":%s}}"
                            .formatted(WORKSPACE.sid(), CHAT_TRANSFER, attributes)));
        }
    }

    @Test
    void doesNotKnowWhatBecameOfAnInviteWithoutATask() throws Exception {

        var answer = answer(200, "{\"sid\":\"KG%s\",\"routing\":{\"properties\":{}}}".formatted("1".repeat(32)));

        try (var twilio = new ScriptedTwilio(answer); var gateway = GatewayFixture.at(twilio.url())) {

            assertThatExceptionOfType(TwilioException.class)
                    .isThrownBy(() -> gateway.interactions.invite(CHANNEL,
                            new Invitation(CHAT_TRANSFER, "chat", Json.object())))
                    .matches(e -> e.is(Kind.UNKNOWN_OUTCOME));
            assertThat(twilio.received()).hasSize(1);
        }
    }

    @Test
    void listsInvitesOfAllPages() throws Exception {

        var broken = "{\"sid\":\"KG%s\",\"routing\":null}".formatted("f".repeat(32));

        try (var twilio = new ScriptedTwilio(
                answer(200, CannedJson.page("invites", "/more", CannedJson.invite(1, TASK), broken)),
                answer(200, CannedJson.page("invites", null, CannedJson.invite(2, TASK))));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.interactions.invites(CHANNEL)).extracting(Invited::invite)
                    .containsExactly(new InviteSid("KG%032x".formatted(1)), new InviteSid("KG%032x".formatted(2)));
            assertThat(twilio.received().getFirst().path()).isEqualTo(CHANNEL_PATH + "/Invites");
            assertThat(twilio.received().getFirst().fields()).containsEntry("PageSize", "1000");
        }
    }

    @Test
    void knowsWhoIsOnTheChannel() throws Exception {

        try (var twilio = new ScriptedTwilio(
                answer(200, CannedJson.page("participants", "/more",
                        participant('a', "agent",
                                "{\"worker_sid\":\"%s\",\"task_sid\":\"%s\"}".formatted(ALICE, TASK)))),
                answer(200, CannedJson.page("participants", null, participant('b', "customer", "null"),
                        participant('c', "robot", "null"), participant('d', "agent", "{\"worker_sid\":\"?\"}"),
                        "{\"sid\":\"?\",\"type\":\"agent\"}")));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.interactions.participants(CHANNEL)).containsExactly(
                    new Participant(ALICE_THERE, Participant.Type.AGENT, Optional.of(ALICE), Optional.of(TASK)),
                    stranger('b', Participant.Type.CUSTOMER), stranger('c', Participant.Type.UNKNOWN),
                    stranger('d', Participant.Type.AGENT));
            assertThat(twilio.received().getFirst().path()).isEqualTo(CHANNEL_PATH + "/Participants");
        }
    }

    @Test
    void takesAParticipantOut() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, participant('a', "agent", "null")));
                var gateway = GatewayFixture.at(twilio.url())) {

            gateway.interactions.close(CHANNEL, ALICE_THERE);

            assertThat(twilio.received().getFirst().path()).isEqualTo(CHANNEL_PATH + "/Participants/" + ALICE_THERE);
            assertThat(twilio.received().getFirst().fields()).containsExactly(Map.entry("Status", "closed"));
        }
    }

    @Test
    void closesTheChannelSoThatAgentsWrapUp() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, "{\"sid\":\"%s\",\"status\":\"closed\"}"
                .formatted(CHANNEL.channel()))); var gateway = GatewayFixture.at(twilio.url())) {

            gateway.interactions.close(CHANNEL);

            assertThat(twilio.received().getFirst().path()).isEqualTo(CHANNEL_PATH);
            assertThat(twilio.received().getFirst().fields()).containsExactly(Map.entry("Status", "closed"));
        }
    }

    private static String participant(char letter, String type, String routing) {
        return "{\"sid\":\"UT%s\",\"type\":\"%s\",\"routing_properties\":%s}".formatted(
                String.valueOf(letter).repeat(32),
                type, routing);
    }

    private static Participant stranger(char letter, Participant.Type type) {
        return new Participant(new ParticipantSid("UT" + String.valueOf(letter).repeat(32)), type, Optional.empty(),
                Optional.empty());
    }
}
