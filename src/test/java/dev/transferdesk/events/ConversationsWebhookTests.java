package dev.transferdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.events.TwilioEvent.Source;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationsWebhookTests {

    static final Instant LATER = Told.NOON.plusSeconds(60);

    @Test
    void saysWhatHasChangedAndNothingOfWhatWasWritten() {

        var event = read(Told.message("IM1")).event();

        assertThat(event.source()).isEqualTo(Source.CONVERSATIONS);
        assertThat(event.type()).isEqualTo("onMessageAdded");
        assertThat(event.conversation()).contains(Told.CHAT);
        assertThat(event.at()).isEqualTo(Told.NOON);
        assertThat(event.taskAttributes().isEmpty()).isTrue();
        assertThat(event.toString()).doesNotContain("parcel");
    }

    @Test
    void happenedWhenItSaysSo() {
        assertThat(
                read(Map.of("EventType", "onParticipantRemoved", "DateCreated", "2026-03-01T09:00:00Z", "DateUpdated",
                        "2026-03-01T10:00:00Z", "DateRemoved", "2026-03-01T11:00:00+01:00")).event().at())
                .isEqualTo("2026-03-01T10:00:00Z");
        assertThat(read(Map.of("EventType", "onParticipantAdded", "DateCreated", "yesterday")).event().at())
                .isEqualTo(LATER);
        assertThat(read(Map.of("EventType", "onUserAdded", "DateCreated", "+999999999-12-31T23:59:59Z")).event().at())
                .isEqualTo(LATER);
    }

    @Test
    void isNothingWithoutAType() {
        assertThat(ConversationsWebhook.read(Form.of(Map.of("ConversationSid", Told.CHAT.value())), LATER)).isEmpty();
        assertThat(ConversationsWebhook.read(Form.of(Map.of()), LATER)).isEmpty();
    }

    @Test
    void isTheSameWhereItSaysTheSame() {
        assertThat(read(Told.message("IM1")).key()).isEqualTo(read(Told.message("IM1")).key())
                .isNotEqualTo(read(Told.message("IM2")).key());
    }

    private static Incoming read(Map<String, String> form) {
        return ConversationsWebhook.read(Form.of(form), LATER).orElseThrow();
    }
}
