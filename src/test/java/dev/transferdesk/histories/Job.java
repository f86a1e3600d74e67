package dev.transferdesk.histories;

import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A task of the world, remembered also after Twilio has forgotten it. */
final class Job {

    final TaskSid sid;
    final Chat chat;
    final ObjectNode attributes;
    final Instant createdAt;
    final List<Reservation> reservations = new ArrayList<>();

    Task.Status status = Task.Status.PENDING;
    Optional<String> reason = Optional.empty();
    Optional<WorkerSid> takenBy = Optional.empty();
    Optional<Instant> takenAt = Optional.empty();
    boolean forgotten;
    Optional<Instant> endedAt = Optional.empty();

    Job(TaskSid sid, Chat chat, ObjectNode attributes, Instant createdAt) {
        this.sid = sid;
        this.chat = chat;
        this.attributes = attributes;
        this.createdAt = createdAt;
    }

    Task task() {
        return new Task(sid, status, attributes.deepCopy(), "chat", Optional.empty(), Optional.empty(), reason,
                createdAt);
    }

    /** Of the desk's transfer, where it is one's. */
    String transfer() {
        return attributes.path("transferId").asString("");
    }

    boolean isLive() {
        return status.isWaiting();
    }

    /** Its agent works on it. */
    boolean isAssigned() {
        return status == Task.Status.ASSIGNED;
    }

    Optional<Reservation> standing() {
        return reservations.stream().filter(it -> it.status() == Status.PENDING).findFirst();
    }

    Reservation replace(ReservationSid reservation, Status to, Instant at) {

        var old = reservations.stream().filter(it -> it.sid().equals(reservation)).findFirst().orElseThrow();
        var changed = new Reservation(old.sid(), old.task(), old.worker(), to, old.createdAt(), at);
        reservations.set(reservations.indexOf(old), changed);

        return changed;
    }
}
