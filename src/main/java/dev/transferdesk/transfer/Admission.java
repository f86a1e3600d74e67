package dev.transferdesk.transfer;

import dev.transferdesk.twilio.ConversationSid;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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

    /** Longer than the calls of a request can take, so that nobody takes a transfer out of its hands. */
    static final Duration HELD = Duration.ofSeconds(60);

    private final Transfers transfers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Admission(Transfers transfers, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.transfers = transfers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @return what speaks against it; with nothing, the transfer is on record and the caller's to advance
     * @throws DuplicateKeyException when the sender's request is on record already
     */
    Optional<Objection> admit(Transfer transfer, Situation situation) {

        prepareGuard(transfer.conversation());

        return transaction.execute(_ -> {
            lockGuard(transfer.conversation());
            var now = new Situation(situation.task(), situation.roster(), situation.features(),
                    transfers.openIn(transfer.conversation()), situation.foreign(), situation.workflow(),
                    situation.routing());
            var objection = now.objection(transfer.kind()).or(() -> now.objectionTo(transfer.target()));
            if (objection.isEmpty()) {
                transfers.add(transfer, clock.instant().plus(HELD));
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
