package dev.transferdesk.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** What has a SID, dates and a revision. */
abstract class Resource {

    final String sid;
    final Instant created;
    private Instant updated;
    private int revision;

    Resource(String sid, Instant created) {
        this.sid = sid;
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
        this.updated = this.created;
    }

    Instant updated() {
        return updated;
    }

    int revision() {
        return revision;
    }

    void changed(Instant at) {
        updated = at.truncatedTo(ChronoUnit.SECONDS);
        revision++;
    }

    String etag() {
        return "\"" + revision + "\"";
    }

    /** Twilio's own clients send the number with and without its quotes. */
    void require(@Nullable String ifMatch) {
        if (ifMatch != null && !ifMatch.replace("W/", "").replace("\"", "").strip().equals("" + revision)) {
            throw Refusal.preconditionFailed();
        }
    }
}
