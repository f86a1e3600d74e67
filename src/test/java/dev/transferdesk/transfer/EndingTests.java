package dev.transferdesk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndingTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void whoDeclinedHasDeclinedEvenIfOfferedOnceMore() {
        assertThat(endingAfter(Status.REJECTED)).isEqualTo(Ending.DECLINED);
        assertThat(endingAfter(Status.REJECTED, Status.PENDING)).isEqualTo(Ending.DECLINED);
        assertThat(endingAfter(Status.TIMEOUT, Status.REJECTED, Status.CANCELED)).isEqualTo(Ending.DECLINED);
    }

    @Test
    void whoLetTheTimeGoByHasNot() {
        assertThat(endingAfter()).isEqualTo(Ending.UNANSWERED);
        assertThat(endingAfter(Status.REJECTED, Status.TIMEOUT)).isEqualTo(Ending.UNANSWERED);
        assertThat(endingAfter(Status.TIMEOUT, Status.CANCELED)).isEqualTo(Ending.UNANSWERED);
    }

    private static Ending endingAfter(Status... answers) {
        return Ending.of(Ending.NOT_ANSWERED, Stream.of(answers).map(EndingTests::offer).toList());
    }

    private static Reservation offer(Status status) {
        return new Reservation(new ReservationSid("WR" + "1".repeat(32)), new TaskSid("WT" + "1".repeat(32)),
                new WorkerSid("WK" + "1".repeat(32)), status, NOON, NOON);
    }
}
