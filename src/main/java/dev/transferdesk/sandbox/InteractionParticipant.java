package dev.transferdesk.sandbox;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Somebody in an interaction: an agent through a reservation, or one of those whom the agents serve. */
final class InteractionParticipant extends Resource {

    final String type;
    final String conversationParticipantSid;
    private final @Nullable Reservation reservation;
    private boolean closed;

    InteractionParticipant(String sid, Instant created, String type, String conversationParticipantSid,
            @Nullable Reservation reservation) {
        super(sid, created);
        this.type = type;
        this.conversationParticipantSid = conversationParticipantSid;
        this.reservation = reservation;
    }

    Optional<Reservation> reservation() {
        return Optional.ofNullable(reservation);
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }
}
