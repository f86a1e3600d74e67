package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransferEventsTests {

    final TransferFixture desk = new TransferFixture();
    final List<UUID> rung = new ArrayList<>();
    final TransferEvents events = new TransferEvents(desk.transfers, new TransferAlarms() {

        @Override
        public void set(UUID transfer, Instant at) {}

        @Override
        public void ring(UUID transfer) {
            rung.add(transfer);
        }
    });

    @Test
    void whateverHappensToItsTaskIsLookedAtAtOnce() {

        desk.transfer(BOB.value(), "1");
        events.on(event("reservation.accepted", Optional.of(desk.invitedTask()), Optional.of(BOB)));

        assertThat(rung).containsExactly(desk.only().id());
    }

    @Test
    void soIsWhatHappensToTheTaskOfAnEarlierAttempt() {

        desk.ladder(new NextRung(BILLING.value(), Duration.ofMinutes(3)));
        desk.transfer(BOB.value(), "1");
        var first = desk.invitedTask();
        desk.taskRouter.answer(desk.taskRouter.offer(first, BOB), Status.REJECTED);
        desk.followNow();
        assertThat(desk.invitedTask()).isNotEqualTo(first);

        events.on(event("task.canceled", Optional.of(first), Optional.empty()));
        assertThat(rung).containsExactly(desk.only().id());
    }

    @Test
    void whoeverIsAskedAndGoesOfflineIsNoticedAtOnce() {

        desk.transfer(BOB.value(), "1");
        events.on(event("worker.activity.update", Optional.empty(), Optional.of(CAROL)));
        assertThat(rung).isEmpty();

        events.on(event("worker.activity.update", Optional.empty(), Optional.of(BOB)));
        assertThat(rung).containsExactly(desk.only().id());
    }

    @Test
    void anybodyElsesTaskIsNotOurs() {

        desk.transfer(BOB.value(), "1");
        events.on(event("task.canceled", Optional.of(desk.only().task()), Optional.empty()));

        assertThat(rung).isEmpty();
    }

    private TwilioEvent event(String type, Optional<TaskSid> task, Optional<WorkerSid> worker) {
        return new TwilioEvent(Source.TASKROUTER, type, task, Optional.empty(), worker, Optional.empty(), json("{}"),
                desk.clock.instant());
    }
}
