package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.GatewayFixture.CONVERSATION;
import static dev.transferdesk.twilio.ScriptedTwilio.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestConversationsTests {

    private static final String PATH = "/v1/Conversations/" + CONVERSATION;
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void fetchesAConversation() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, conversation("\"{\\\"invites\\\":{}}\"")));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.conversations.fetch(CONVERSATION)).isEqualTo(new Conversation(CONVERSATION,
                    Conversation.State.ACTIVE, Json.object("{\"invites\":{}}"), NINE));
            assertThat(twilio.received().getFirst().path()).isEqualTo(PATH);
            assertThat(twilio.received().getFirst().headers()).containsEntry("host", "conversations.twilio.com");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "\"\"", "\"[]\"", "\"{\"", "\"{} x\"" })
    void takesAttributesThatMakeNoSenseForNone(String attributes) throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, conversation(attributes)));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.conversations.fetch(CONVERSATION).attributes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null       | true
            ""         | true
            "{}"       | true
            "null"     | false
            "[]"       | false
            "{"        | false
            "{} x"     | false
            """)
    void tellsAttributesThatWritingOthersWouldErase(String attributes, boolean legible) throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, conversation(attributes)));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.conversations.fetch(CONVERSATION).legible()).isEqualTo(legible);
        }
    }

    @Test
    void makesNobodyWriteWhatMayBeOutOfDateByNow() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(429, "{\"code\":20429,\"status\":429}"));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThatExceptionOfType(TwilioException.class)
                    .isThrownBy(() -> gateway.conversations.replaceAttributes(CONVERSATION, Json.object()))
                    .matches(it -> it.is(TwilioFailure.Kind.THROTTLED));
            assertThat(twilio.received()).hasSize(1);
        }
    }

    @Test
    void replacesAttributesSoThatWebhooksHearOfIt() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, conversation("\"{}\"")));
                var gateway = GatewayFixture.at(twilio.url())) {

            gateway.conversations.replaceAttributes(CONVERSATION, Json.object("{\"level\":1.10,\"名\":null}"));

            var request = twilio.received().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo(PATH);
            assertThat(request.fields()).containsExactly(Map.entry("Attributes", "{\"level\":1.10,\"名\":null}"));
            assertThat(request.headers()).containsEntry("x-twilio-webhook-enabled", "true");
        }
    }

    @Test
    void knowsMembersByIdentityOrAddress() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.page("participants", null,
                member('a', "\"alice\"", "null"),
                member('b', "null", "{\"type\":\"sms\",\"address\":\"+15550001\",\"proxy_address\":\"+15550002\"}"))));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.conversations.members(CONVERSATION)).containsExactly(
                    new Member(new MemberSid("MB" + "a".repeat(32)), Optional.of("alice"), Optional.empty(),
                            Json.object(),
                            NINE),
                    new Member(new MemberSid("MB" + "b".repeat(32)), Optional.empty(),
                            Optional.of(new Member.Binding("sms", "+15550001")), Json.object(), NINE));
            assertThat(twilio.received().getFirst().path()).isEqualTo(PATH + "/Participants");
            assertThat(twilio.received().getFirst().fields()).containsEntry("PageSize", "100");
        }
    }

    @Test
    void readsTheLatestMessagesOldestFirst() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200,
                CannedJson.page("messages", "/older", CannedJson.message(9, "c"), CannedJson.message(7, "b"))));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(indexes(gateway.conversations.latestMessages(CONVERSATION, 2))).containsExactly(7, 9);
            assertThat(twilio.received().getFirst().path()).isEqualTo(PATH + "/Messages");
            assertThat(twilio.received().getFirst().fields()).containsEntry("Order", "desc")
                    .containsEntry("PageSize", "2");
        }
    }

    @Test
    void goesBackPageByPageForOlderMessages() throws Exception {

        try (var twilio = new ScriptedTwilio(messages("/2", 9, 8), messages("/3", 7, 6), messages("/4", 5, 4),
                messages(null, 3)); var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(indexes(gateway.conversations.messagesBefore(CONVERSATION, 8, 3))).containsExactly(5, 6, 7);
            assertThat(twilio.received()).hasSize(3);
        }
    }

    @Test
    void findsNothingBeforeTheFirstMessage() throws Exception {

        try (var twilio = new ScriptedTwilio(messages(null, 1, 0)); var gateway = GatewayFixture.at(twilio.url())) {
            assertThat(gateway.conversations.messagesBefore(CONVERSATION, 0, 30)).isEmpty();
        }
    }

    @Test
    void goesBackOnlySoFar() throws Exception {

        var hundred = messages("/again", IntStream.range(0, 100).map(i -> 199 - i).toArray());

        try (var twilio = new ScriptedTwilio(hundred); var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.conversations.messagesBefore(CONVERSATION, 100, 30)).isEmpty();
            assertThat(twilio.received()).hasSize(50);
        }
    }

    @Test
    void readsMessagesOfNobodyAndWithFiles() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, CannedJson.page("messages", null, """
                {"sid":"IM%s","index":3,"author":null,"participant_sid":null,"body":null,
                "media":[{"sid":"ME1","size":3},{"sid":"ME2"}],"date_created":"2026-03-01T09:00:00Z"}"""
                .formatted("1".repeat(32))))); var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.conversations.latestMessages(CONVERSATION, 10)).containsExactly(
                    new Message(new MessageSid("IM" + "1".repeat(32)), 3, "system", Optional.empty(), "", 2, NINE));
        }
    }

    private static ScriptedTwilio.Reply messages(String next, int... indexes) {
        return answer(200, CannedJson.page("messages", next, IntStream.of(indexes)
                .mapToObj(index -> CannedJson.message(index, "text"))
                .toArray(String[]::new)));
    }

    private static List<Integer> indexes(List<Message> messages) {
        return messages.stream().map(Message::index).toList();
    }

    private static String conversation(String attributes) {
        return """
                {"sid":"%s","state":"active","attributes":%s,"timers":{},"date_created":"2026-03-01T09:00:00Z"}"""
                .formatted(CONVERSATION, attributes);
    }

    private static String member(char letter, String identity, String binding) {
        return """
                {"sid":"MB%s","identity":%s,"messaging_binding":%s,"attributes":"{}",
                "date_created":"2026-03-01T09:00:00Z"}"""
                .formatted(String.valueOf(letter).repeat(32), identity, binding);
    }
}
