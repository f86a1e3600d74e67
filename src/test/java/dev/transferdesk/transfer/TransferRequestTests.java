package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferRequestTests {

    @Test
    void aWholeRequestIsFine() {
        assertThat(new TransferRequest(BOB.value(), "", "1").objection()).isEmpty();
        assertThat(new TransferRequest(BOB.value(), "n".repeat(2000), "r".repeat(64)).objection()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "   " })
    void whatIsMissingIsSaid(String blank) {
        assertThat(new TransferRequest(blank, "", "1").objection()).contains(Objection.MISSING_TARGET);
        assertThat(new TransferRequest(BOB.value(), "", blank).objection()).contains(Objection.MALFORMED_REQUEST);
    }

    @Test
    void whatIsTooLongIsSaid() {
        assertThat(new TransferRequest(BOB.value(), "n".repeat(2001), "1").objection())
                .contains(Objection.NOTE_TOO_LONG);
        assertThat(new TransferRequest(BOB.value(), "", "r".repeat(65)).objection())
                .contains(Objection.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = { "note", "request" })
    void whatNoDatabaseTakesIsRefused(String field) {

        var nothing = "a\0b";

        assertThat(new TransferRequest(BOB.value(), field.equals("note") ? nothing : "",
                field.equals("request") ? nothing : "1").objection()).contains(Objection.MALFORMED_REQUEST);
    }
}
