package dev.transferdesk.routing;

import static dev.transferdesk.routing.RoutingFixture.ALICE;
import static dev.transferdesk.routing.RoutingFixture.BOB;
import static dev.transferdesk.routing.RoutingFixture.TASK;
import static dev.transferdesk.routing.RoutingFixture.TO_BILLING;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class TransferAttributesTests {

    @ParameterizedTest
    @ValueSource(strings = { "'text'", "''", "true", "false", "null", "0", "-7", "1.10", "1.0", "100.00",
        "123456789012345678901234567890", "[]", "{}", "[1, 'two', [3.50, {'four': null}], false]",
        "{'nested': {'deeper': {'list': [true, 1.10]}}}", "'Ünïcödé ตัวอักษร 汉字 🦊'",
        "'quote \\\\ back\\\\slash \\n'" })
    void whatTheOriginalSaysComesThroughUnchanged(String value) {

        var original = json("{'mine': %s}".formatted(value));

        assertThat(transferred(original).path("mine").toString()).isEqualTo(original.path("mine").toString());
    }

    @Test
    void everythingElseTheOriginalSaysIsThere() {

        var original = json(
                "{'customerName': 'Wanda', 'flexInteractionSid': 'KD1', 'flexInteractionChannelSid': 'UO1'}");

        assertThat(transferred(original).propertyNames()).contains("customerName", "flexInteractionSid",
                "flexInteractionChannelSid");
    }

    @Test
    void theOriginalIsLeftAsItIs() {

        var original = json("{'flexChannelInviteSid': 'KG1', 'conversations': {'kept': 1}}");

        transferred(original);

        assertThat(original).isEqualTo(json("{'flexChannelInviteSid': 'KG1', 'conversations': {'kept': 1}}"));
    }

    @Test
    void aWorkerIsNamedBySidAlone() {

        var attributes = TransferAttributes.of(json("{}"), TASK, TO_BOB, List.of(ALICE));

        assertThat(attributes).isEqualTo(json("""
                {'transferTargetType': 'worker', 'transferTargetSid': '%s', 'transferQueueName': '',
                 'workerSidsInConversation': ['%s'], 'conversations': {'conversation_id': '%s'}}
                """.formatted(BOB, ALICE, TASK)));
    }

    @Test
    void aQueueIsNamedBySidAndName() {

        var attributes = TransferAttributes.of(json("{}"), TASK, TO_BILLING, List.of(ALICE, BOB));

        assertThat(attributes).isEqualTo(json("""
                {'transferTargetType': 'queue', 'transferTargetSid': '%s', 'transferQueueName': 'Billing',
                 'workerSidsInConversation': ['%s', '%s'], 'conversations': {'conversation_id': '%s'}}
                """.formatted(TO_BILLING.sid(), ALICE, BOB, TASK)));
    }

    @Test
    void anEarlierTransfersTargetAndAgentsAreReplaced() {

        var original = TransferAttributes.of(json("{}"), TASK, TO_BILLING, List.of(ALICE));

        var again = TransferAttributes.of(original, TASK, TO_BOB, List.of(BOB));

        assertThat(again.path("transferTargetType").asString()).isEqualTo("worker");
        assertThat(again.path("transferQueueName").asString()).isEmpty();
        assertThat(again.path("workerSidsInConversation")).hasSize(1);
    }

    @Test
    void theStaleInviteOfTheOriginalIsLeftOut() {
        assertThat(transferred(json("{'flexChannelInviteSid': 'KG1'}")).has("flexChannelInviteSid")).isFalse();
    }

    @Test
    void theConversationKeepsItsIdAndItsOtherKeys() {
        assertThat(transferred(json("{'conversations': {'conversation_id': 'WT7', 'outcome': 'Sold', 'n': 1.10}}"))
                .path("conversations")
                .toString()).isEqualTo("{\"conversation_id\":\"WT7\",\"outcome\":\"Sold\",\"n\":1.10}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{'conversations': {}}", "{'conversations': {'conversation_id': null}}",
        "{'conversations': {'conversation_id': ''}}", "{'conversations': 'nonsense'}", "{'conversations': null}" })
    void withoutAnIdTheConversationIsTheOriginalTask(String original) {
        assertThat(transferred(json(original)).path("conversations").path("conversation_id").asString())
                .isEqualTo(TASK.value());
    }

    @Test
    void thereIsRoomForFourThousandAndNinetySixCharactersWithTheMarkAndTheInviteTwilioAdds() {

        var invite = ",\"flexChannelInviteSid\":\"KG" + "0".repeat(32) + "\"";
        var mark = ",\"transferId\":\"" + UUID.randomUUID() + "\",\"transferAttempt\":1000";
        var room = TransferAttributes.LIMIT - mark.length() - invite.length() - "{\"text\":\"\"}".length();

        assertThat(TransferAttributes.fit(json("{'text': '%s'}".formatted("x".repeat(room))))).isTrue();
        assertThat(TransferAttributes.fit(json("{'text': '%s'}".formatted("x".repeat(room + 1))))).isFalse();
    }

    @Test
    void aTaskIsKnownByItsTransferAndAttempt() {

        var transfer = UUID.randomUUID();
        var marked = TransferAttributes.marked(json("{'customerName': 'Wanda'}"), transfer, 2);

        assertThat(marked.path("customerName").stringValue()).isEqualTo("Wanda");
        assertThat(TransferAttributes.belong(marked, transfer, 2)).isTrue();
        assertThat(TransferAttributes.belong(marked, transfer, 1)).isFalse();
        assertThat(TransferAttributes.belong(marked, UUID.randomUUID(), 2)).isFalse();
    }

    @Test
    void theMarkOfAnEarlierTransferIsLeftBehind() {

        var earlier = TransferAttributes.marked(json("{}"), UUID.randomUUID(), 3);

        assertThat(transferred(earlier).has("transferId")).isFalse();
        assertThat(transferred(earlier).has("transferAttempt")).isFalse();
    }

    private static ObjectNode transferred(ObjectNode original) {
        return TransferAttributes.of(original, TASK, TO_BOB, List.of(ALICE));
    }
}
