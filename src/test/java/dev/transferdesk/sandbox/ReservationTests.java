package dev.transferdesk.sandbox;

import static dev.transferdesk.sandbox.SandboxFixture.ALICE;
import static dev.transferdesk.sandbox.SandboxFixture.BOB;
import static dev.transferdesk.sandbox.SandboxFixture.CAROL;
import static dev.transferdesk.sandbox.SandboxFixture.DAN;
import static dev.transferdesk.sandbox.SandboxFixture.ERIN;
import static dev.transferdesk.sandbox.SandboxFixture.SANDBOX;
import static dev.transferdesk.sandbox.SandboxFixture.WORKSPACE;
import static dev.transferdesk.sandbox.SandboxFixture.taskOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationTests {

    @BeforeEach
    void startOver() {
        SANDBOX.reset();
    }

    @Test
    void knownWorkerIsOfferedTheTask() {
        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), BOB));

        assertThat(SANDBOX.offered(task)).containsExactly(BOB);
        assertThat(SANDBOX.status(task)).isEqualTo("reserved");
    }

    @Test
    void workerWhoDeclinedIsOfferedTheTaskAgain() {
        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), BOB));
        var first = SANDBOX.offer(task, BOB);

        SANDBOX.answer(task, BOB, "rejected");

        assertThat(SANDBOX.offer(task, BOB)).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void workerMayDeclineAndGoAway() {
        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), BOB));

        SANDBOX.post(WORKSPACE + "/Workers/" + BOB + "/Reservations/" + SANDBOX.offer(task, BOB),
                "ReservationStatus", "rejected", "WorkerActivitySid", Sid.fixed("WA", "Break"));

        assertThat(SANDBOX.get(WORKSPACE + "/Workers/" + BOB).text("activity_name")).isEqualTo("Break");
        assertThat(SANDBOX.status(task)).isEqualTo("pending");
    }

    @Test
    void offlineWorkerIsWaitedForUntilTheTargetTimesOut() {
        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), DAN));
        assertThat(SANDBOX.status(task)).isEqualTo("pending");

        SANDBOX.advance(61);

        assertThat(SANDBOX.offered(task)).hasSize(1).doesNotContain(DAN, ALICE);
    }

    @Test
    void offlineWorkerIsOfferedTheTaskOnComingBack() {
        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), DAN));

        SANDBOX.move(DAN, "Available");

        assertThat(SANDBOX.offered(task)).containsExactly(DAN);
    }

    @Test
    void workerAtCapacityIsNotAsked() {
        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), ERIN));
        assertThat(SANDBOX.offered(task)).isEmpty();

        SANDBOX.post(WORKSPACE + "/Workers/" + ERIN + "/Channels/" + Sid.fixed("TC", "chat"), "Capacity", "2");

        assertThat(SANDBOX.offered(task)).containsExactly(ERIN);
    }

    @Test
    void queueAsksItsOwnWorkersButNobodyWhoIsIn() {
        var chat = SANDBOX.chatWith(ALICE);

        assertThat(SANDBOX.offered(taskOf(SANDBOX.inviteQueue(chat, "Billing")))).containsExactly(BOB);
        assertThat(SANDBOX.offered(taskOf(SANDBOX.inviteQueue(chat, "Support")))).containsExactly(CAROL);
        assertThat(SANDBOX.offered(taskOf(SANDBOX.inviteQueue(chat, "Everyone")))).hasSize(1)
                .doesNotContain(ALICE);
    }

    @Test
    void queueAsksTheNextOneAfterARefusal() {
        var task = taskOf(SANDBOX.inviteQueue(SANDBOX.chatWith(ALICE), "Billing"));

        SANDBOX.answer(task, BOB, "rejected");

        assertThat(SANDBOX.offered(task)).hasSize(1).doesNotContain(BOB);
    }

    @Test
    void unansweredOfferTimesOutAndTheWorkerIsMoved() {
        var task = taskOf(SANDBOX.inviteQueue(SANDBOX.chatWith(ALICE), "Billing"));

        SANDBOX.advance(121);

        assertThat(SANDBOX.get(WORKSPACE + "/Workers/" + BOB).text("activity_name")).isEqualTo("Unavailable");
        assertThat(SANDBOX.get(WORKSPACE + "/Tasks/" + task + "/Reservations?ReservationStatus=timeout")
                .body()
                .path("reservations")).hasSize(1);
        assertThat(SANDBOX.offered(task)).hasSize(1).doesNotContain(BOB);
    }

    @Test
    void firstOfSeveralWins() {
        SANDBOX.post(WORKSPACE + "/TaskQueues/" + Sid.fixed("WQ", "Billing"), "MaxReservedWorkers", "2");
        var task = taskOf(SANDBOX.inviteQueue(SANDBOX.chatWith(ALICE), "Billing"));
        assertThat(SANDBOX.offered(task)).hasSize(2).contains(BOB);

        SANDBOX.answer(task, BOB, "accepted");

        assertThat(SANDBOX.get(WORKSPACE + "/Tasks/" + task + "/Reservations?ReservationStatus=rescinded")
                .body()
                .path("reservations")).hasSize(1);
    }

    @Test
    void answeredReservationTakesNoOtherAnswer() {
        var task = taskOf(SANDBOX.inviteWorker(SANDBOX.chatWith(ALICE), BOB));
        var reservation = WORKSPACE + "/Tasks/" + task + "/Reservations/" + SANDBOX.offer(task, BOB);
        SANDBOX.post(reservation, "ReservationStatus", "accepted");

        assertThat(SANDBOX.post(reservation, "ReservationStatus", "rejected").code()).isEqualTo(20001);
        assertThat(SANDBOX.post(reservation, "ReservationStatus", "accepted").code()).isEqualTo(20001);
        assertThat(SANDBOX.post(reservation, "ReservationStatus", "done").code()).isEqualTo(20001);
    }

    @Test
    void completedReservationCompletesItsTask() {
        var chat = SANDBOX.chatWith(ALICE);
        var reservation = SANDBOX.get(WORKSPACE + "/Workers/" + ALICE + "/Reservations?ReservationStatus=accepted")
                .body()
                .path("reservations")
                .valueStream()
                .filter(one -> one.path("task_sid").asString().equals(chat.task()))
                .findFirst()
                .orElseThrow()
                .path("sid")
                .asString();
        var path = WORKSPACE + "/Workers/" + ALICE + "/Reservations/" + reservation;

        assertThat(SANDBOX.post(path, "ReservationStatus", "wrapping").text("reservation_status"))
                .isEqualTo("wrapping");
        assertThat(SANDBOX.post(path, "ReservationStatus", "completed").text("reservation_status"))
                .isEqualTo("completed");

        assertThat(SANDBOX.status(chat.task())).isEqualTo("completed");
        assertThat(SANDBOX.participantTypes(chat)).containsExactly("customer");
    }

    @Test
    void moreUrgentTaskIsServedFirst() {
        var billing = SANDBOX.get(WORKSPACE + "/Workers?TaskQueueName=Billing&Available=true").body().path("workers");
        billing.valueStream().forEach(worker -> SANDBOX.move(worker.path("sid").asString(), "Break"));
        var chat = SANDBOX.chatWith(ALICE);
        SANDBOX.post(WORKSPACE + "/Workers/" + BOB + "/Channels/" + Sid.fixed("TC", "chat"), "Capacity", "4");
        var first = taskOf(SANDBOX.inviteQueue(chat, "Billing"));
        var urgent = taskOf(SANDBOX.inviteQueue(chat, "Billing"));
        SANDBOX.post(WORKSPACE + "/Tasks/" + urgent, "Priority", "9");

        SANDBOX.move(BOB, "Available");

        assertThat(SANDBOX.offered(urgent)).containsExactly(BOB);
        assertThat(SANDBOX.offered(first)).isEmpty();
    }
}
