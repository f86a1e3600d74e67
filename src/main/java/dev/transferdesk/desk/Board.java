package dev.transferdesk.desk;

import dev.transferdesk.desk.TransferBoard.Search;
import dev.transferdesk.watchdog.Repair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All transfers that match a search.
 *
 * @param more whether some that have ended are left out for their number
 * @param repairs what the watchdog has found and done, lasting ones first
 * @param heardAt when Twilio told something last; nothing where its events do not arrive
 */
record Board(Search search, List<BoardRow> inFlight, List<BoardRow> stuck, List<BoardRow> ended,
        boolean more, List<Repair> repairs, Optional<Instant> heardAt) {

    /** Whether nothing matches. */
    public boolean isEmpty() {
        return inFlight.isEmpty() && stuck.isEmpty() && ended.isEmpty();
    }

    /** How many that have ended are shown at most. */
    public int most() {
        return TransferBoard.MOST;
    }

    /** How many are looked through. */
    public int latest() {
        return TransferBoard.LATEST;
    }
}
