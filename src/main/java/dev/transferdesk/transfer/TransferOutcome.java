package dev.transferdesk.transfer;

import dev.transferdesk.twilio.TwilioFailure;

/** What became of a request to transfer or invite. */
public sealed interface TransferOutcome {

    /** It is under way, held back for now, or has come to an end already. */
    record Started(Transfer transfer) implements TransferOutcome {}

    /** Nothing was sent and nothing is on record. */
    record Refused(Objection objection, String target) implements TransferOutcome {}

    /** It is on record as failed; the customer is with the sender as before. */
    record Failed(Transfer transfer, TwilioFailure.Kind why) implements TransferOutcome {}

    /** Twilio did not say whether it took it. That is being looked up; until then nothing else can be sent. */
    record Checking(Transfer transfer) implements TransferOutcome {}
}
