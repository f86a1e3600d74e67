package dev.transferdesk.transfer;

import dev.transferdesk.settings.TransferPolicy.Release;
import java.time.Instant;
import java.util.Optional;

/**
 * How a transfer goes: whom it has been offered to so far, and what is to be done with it.
 *
 * @param rung who of the ladder has it now
 * @param attempt number of the present task, from 1: each that is asked for has its own
 * @param askedAt when the present attempt was put on record, right before Twilio was asked, or when its answer was given up
 * @param until when whoever has it now has had time enough; never for the fallback queue
 * @param wishDetail the queue's SID, or the reason for giving up
 * @param since when its state changed last
 * @param trouble what keeps it from going on, empty where nothing does
 * @param strayCheckAt when to look for an attempt that was given up
 * @param sendAt until when it is, or was, held back; nothing where it was sent at once
 * @param objection what spoke against it when it was to be sent
 */
public record Course(Release release, Ladder ladder, int rung, int attempt, Instant askedAt, Optional<Instant> until,
        Optional<Wish> wish, String wishDetail, Instant since, String trouble, Optional<Instant> strayCheckAt,
        Optional<Instant> sendAt, Optional<Objection> objection) {

    static Course beginning(Release release, Ladder ladder, Instant now) {
        return new Course(release, ladder, 0, 1, now, Optional.empty(), Optional.empty(), "", now, "",
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    Course at(int first) {
        return new Course(release, ladder, first, attempt, askedAt, until, wish, wishDetail, since, trouble,
                strayCheckAt, sendAt, objection);
    }

    Course heldBackUntil(Instant moment) {
        return new Course(release, ladder, rung, attempt, askedAt, until, wish, wishDetail, since, trouble,
                strayCheckAt, Optional.of(moment), objection);
    }

    /** Whether somebody wants this, and has not got it yet. */
    public boolean is(Wish which) {
        return wish.filter(it -> it == which).isPresent();
    }
}
