package dev.transferdesk.watchdog;

import dev.transferdesk.settings.Settings;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import dev.transferdesk.transfer.Rescue;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.transfer.TransferState;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.TwilioException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at conversations that no task refers to any more, and finds somebody for a customer who was alone in one at two
 * looks, two seconds apart.
 */
@Component
class Orphans {

    private static final Logger log = LoggerFactory.getLogger(Orphans.class);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration REPAIRING = Duration.ofSeconds(30);

    private final KnownConversations known;
    private final Inspection inspection;
    private final Findings findings;
    private final Repairs repairs;
    private final Agents agents;
    private final Rescue rescue;
    private final TransferHistory transfers;
    private final Settings settings;
    private final Clock clock;

    Orphans(KnownConversations known, Inspection inspection, Findings findings, Repairs repairs, Agents agents,
            Rescue rescue, TransferHistory transfers, Settings settings, Clock clock) {
        this.known = known;
        this.inspection = inspection;
        this.findings = findings;
        this.repairs = repairs;
        this.agents = agents;
        this.rescue = rescue;
        this.transfers = transfers;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return when to look again, if that is not left to the next sweep */
    Optional<Instant> look(ConversationSid conversation) {
        return known.find(conversation).filter(it -> it.standing() != Standing.CLOSED).flatMap(this::look);
    }

    /** What can't be looked up decides nothing. */
    private Optional<Instant> look(KnownConversation it) {
        try {
            return inspected(it);
        } catch (TwilioException failed) {
            log.debug("Who is in {} could not be looked up: {}", it.sid(), failed.getMessage());
            return Optional.of(clock.instant().plus(AFTER_FAILURE));
        }
    }

    private Optional<Instant> inspected(KnownConversation it) {
        return switch (inspection.of(it)) {
            case COMING -> isNot(it, Standing.UNCLEAR);
            case LIVE -> isNot(it, Standing.LIVE);
            case ATTENDED -> isOver(it, Standing.ATTENDED);
            case RESTING -> isOver(it, Standing.RESTING);
            case CLOSED -> isOver(it, Standing.CLOSED);
            case ALONE -> isAlone(it);
        };
    }

    private Optional<Instant> isOver(KnownConversation it, Standing standing) {
        findings.over(it.sid(), Repair.Kind.ORPHANED);
        return isNot(it, standing);
    }

    private Optional<Instant> isNot(KnownConversation it, Standing standing) {

        known.seen(it.sid(), standing);

        var next = clock.instant().plus(KnownConversation.BETWEEN_LOOKS);
        return it.watchedUntil().filter(until -> standing != Standing.CLOSED && !next.isAfter(until)).map(_ -> next);
    }

    private Optional<Instant> isAlone(KnownConversation it) {

        var now = clock.instant();
        var proof = it.firstFoundAlone(now).map(first -> first.plus(KnownConversation.BETWEEN_LOOKS));

        if (proof.isEmpty()) {
            known.seenAlone(it.sid());
            return Optional.of(now.plus(KnownConversation.BETWEEN_LOOKS));
        }

        return proof.filter(it2 -> it2.isAfter(now)).or(() -> repair(it));
    }

    /** @return when to look again, because somebody else is at work on it */
    private Optional<Instant> repair(KnownConversation it) {

        if (!known.claim(it.sid(), REPAIRING)) {
            return Optional.of(clock.instant().plus(AFTER_FAILURE));
        }

        try {
            repair(it, isGivenUp(it) ? WatchdogPolicy.ALERT_ONLY : settings.policy().watchdog());
        } finally {
            known.release(it.sid());
        }

        return Optional.empty();
    }

    private void repair(KnownConversation it, WatchdogPolicy how) {
        switch (how) {
            case ALERT_ONLY -> alert(it, "Nobody is with the customer, and nobody is coming");
            case FALLBACK_QUEUE -> rescue(it, how, Repair.Action.OFFERED_TO_QUEUE);
            case RETURN_TO_SENDER -> rescue(it, how, Repair.Action.RETURNED_TO_AGENT);
        }
    }

    private void alert(KnownConversation it, String detail) {
        findings.alert(it, Repair.Kind.ORPHANED, detail);
        known.seen(it.sid(), Standing.ALONE);
    }

    /** On record before anything is done, so that whatever is done is on record. */
    private void rescue(KnownConversation it, WatchdogPolicy how, Repair.Action action) {

        var isNew = repairs.open(it, Repair.Kind.ORPHANED, action, "");

        rescue.begin(it.stranded(agents.lastOf(it)), how).ifPresentOrElse(transfer -> {
            findings.repaired(it.sid(), action, transfer);
            known.seen(it.sid(), Standing.UNCLEAR);
        }, () -> notRescued(it, isNew));
    }

    private void notRescued(KnownConversation it, boolean isNew) {

        if (isNew) {
            repairs.withdraw(it.sid(), Repair.Kind.ORPHANED);
        }

        if (transfers.isAnyoneComing(it.sid())) {
            known.seen(it.sid(), Standing.UNCLEAR);
        } else {
            alert(it, "Nobody is with the customer, and there is nobody to ask: no fallback queue, or no workflow");
        }
    }

    /** A supervisor has decided that nobody shall be sought. */
    private boolean isGivenUp(KnownConversation it) {
        return transfers.of(it.sid())
                .stream()
                .findFirst()
                .filter(latest -> latest.state() == TransferState.GIVEN_UP)
                .flatMap(Transfer::endedAt)
                .filter(at -> at.isAfter(it.standingSince().minus(Duration.ofMinutes(1))))
                .isPresent();
    }
}
