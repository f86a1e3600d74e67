package dev.transferdesk.desk;

import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a transfer needs somebody to look at it. Each constant names its text, {@code stuck.NAME}. */
enum Stuck {
    /** In a state that does not last. */
    HELD_BACK, REQUESTED, CHECKING, WITHDRAWING, ACCEPTED, RELEASED,
    /** The queue that is asked last does not answer. */
    FALLBACK,
    /** Something is known to have gone wrong. */
    TROUBLE;

    private static final EnumSet<TransferState> BRIEF = EnumSet.of(TransferState.HELD_BACK, TransferState.REQUESTED,
            TransferState.CHECKING, TransferState.WITHDRAWING, TransferState.ACCEPTED, TransferState.RELEASED);

    private static final Duration LONG_FOR_TWILIO = Duration.ofSeconds(30);
    private static final Duration LONG_FOR_A_QUEUE = Duration.ofMinutes(2);

    /** @param moved when somebody else than the target was asked last */
    static List<Stuck> of(Transfer transfer, Optional<Instant> moved, Instant now) {

        if (!transfer.isOpen()) {
            return List.of();
        }

        var course = transfer.course();
        var slow = BRIEF.contains(transfer.state()) && course.since().plus(LONG_FOR_TWILIO).isBefore(now);
        var atFallback = course.ladder().isFallback(course.rung())
                && moved.orElse(course.askedAt()).plus(LONG_FOR_A_QUEUE).isBefore(now);

        return Stream.of(Optional.of(transfer.state()).filter(_ -> slow).map(it -> valueOf(it.name())),
                Optional.of(FALLBACK).filter(_ -> atFallback),
                Optional.of(TROUBLE).filter(_ -> !course.trouble().isEmpty())).flatMap(Optional::stream).toList();
    }
}
