package dev.transferdesk.transfer;

import dev.transferdesk.twilio.ConversationSid;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a transfer on record, unless the conversation has its fill. Whoever asks for the same conversation at the same
 * moment, in whatever process, waits for the other's answer and sees it.
 */
@Component
class Admission {

    private final Transfers transfers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransferAlarms alarms;
    private final Clock clock;

    Admission(Transfers transfers, JdbcClient jdbc, TransactionTemplate transaction, TransferAlarms alarms,
            Clock clock) {
        this.transfers = transfers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * @return what speaks against it; with nothing, the transfer is on record, held, and gone on with by the schedule if
     *         the caller does not live to do so
     * @throws DuplicateKeyException when the sender's request is on record already
     */
    Optional<Objection> admit(Transfer transfer, Hold hold, Situation situation) {
        return guarded(transfer, hold, () -> {
            var now = new Situation(situation.task(), situation.roster(), situation.features(),
                    transfers.openIn(transfer.conversation()), situation.foreign(), situation.workflow(),
                    situation.routing());
            return now.objection(transfer.kind()).or(() -> now.objectionTo(transfer.target()));
        });
    }

    /** The same for a customer with whom nobody is: all that speaks against it is that somebody is coming already. */
    Optional<Objection> admit(Transfer transfer, Hold hold) {
        return guarded(transfer, hold,
                () -> transfers.openIn(transfer.conversation()).isEmpty() ? Optional.empty()
                        : Optional.of(Objection.TRANSFER_UNDER_WAY));
    }

    private Optional<Objection> guarded(Transfer transfer, Hold hold, Supplier<Optional<Objection>> considering) {

        prepareGuard(transfer.conversation());

        return transaction.execute(_ -> {
            lockGuard(transfer.conversation());
            var objection = considering.get();
            if (objection.isEmpty()) {
                transfers.add(transfer, hold);
                alarms.set(transfer.id(),
                        transfer.course().sendAt().orElseGet(() -> clock.instant().plus(Holds.LEASE)));
            }
            return objection;
        });
    }

    private void prepareGuard(ConversationSid conversation) {

        var known = jdbc.sql("select count(*) from conversation_guard where conversation = ?")
                .param(conversation.value())
                .query(Integer.class)
                .single();

        if (known == 0) {
            try {
                jdbc.sql("insert into conversation_guard (conversation) values (?)")
                        .param(conversation.value())
                        .update();
            } catch (DuplicateKeyException somebodyElseWasFaster) {
                return;
            }
        }
    }

    private void lockGuard(ConversationSid conversation) {
        jdbc.sql("select conversation from conversation_guard where conversation = ? for update")
                .param(conversation.value())
                .query(String.class)
                .single();
    }
}
