package dev.transferdesk.transfer;

import java.util.List;
import java.util.Optional;

/**
 * What a sender asks for, as the form has it: any of it may be wrong.
 *
 * @param target SID of a worker or queue
 * @param request the form's key: a repeated one is the same request
 * @param seconds how long the target may take; empty for as long as the settings say
 * @param then whom to ask after the target, in this order; nothing where the settings say
 */
public record TransferRequest(String target, String note, String request, String seconds,
        Optional<List<NextRung>> then) {

    /**
     * Whom to ask next, as the form has it.
     *
     * @param target SID of a worker or queue
     */
    public record NextRung(String target, String seconds) {}

    /** One that leaves the ladder to the settings. */
    public TransferRequest(String target, String note, String request) {
        this(target, note, request, "", Optional.empty());
    }

    /** Characters that a note may have. */
    public static final int NOTE_LIMIT = 2000;

    private static final int REQUEST_LIMIT = 64;

    Optional<Objection> objection() {

        if (request.isBlank() || request.length() > REQUEST_LIMIT || hasWhatNoDatabaseTakes()) {
            return Optional.of(Objection.MALFORMED_REQUEST);
        }

        if (target.isBlank()) {
            return Optional.of(Objection.MISSING_TARGET);
        }

        return note.length() > NOTE_LIMIT ? Optional.of(Objection.NOTE_TOO_LONG) : Optional.empty();
    }

    /** No browser's form makes it, but PostgreSQL fails at it. */
    private boolean hasWhatNoDatabaseTakes() {
        return request.indexOf('\0') >= 0 || note.indexOf('\0') >= 0;
    }
}
