package dev.transferdesk.histories;

import dev.transferdesk.histories.Staff.Team;
import dev.transferdesk.histories.World.Happening;
import dev.transferdesk.twilio.Reservation;
import dev.transferdesk.twilio.Reservation.Status;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.Task;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Offers tasks to agents, and keeps account of what they make of them. */
final class Dispatch {

    private static final Duration FORGOTTEN = Duration.ofMinutes(5);
    private static final Duration OFFERED_AGAIN = Duration.ofSeconds(4);

    private final World world;
    private int told;

    Dispatch(World world) {
        this.world = world;
    }

    void offerAll() {
        List.copyOf(world.jobs.values())
                .stream()
                .filter(it -> it.status == Task.Status.PENDING)
                .forEach(job -> next(job).ifPresent(it -> offer(job, it)));
    }

    /** Without an offer: as the first task of a conversation is taken. */
    void assign(Job job, Staff agent) {
        accept(offer(job, agent));
    }

    void accept(Reservation offered) {

        var job = world.jobs.get(offered.task());
        var agent = Staff.of(offered.worker());

        tell("reservation.accepted", job, Optional.of(job.replace(offered.sid(), Status.ACCEPTED, now())));
        job.status = Task.Status.ASSIGNED;
        job.takenBy = Optional.of(agent.worker());
        job.takenAt = Optional.of(now());

        if (world.traits.joining().isZero() || job.transfer().isEmpty() && job.chat.invites.isEmpty()) {
            world.seat(job, agent);
        } else {
            world.agenda.in(world.traits.joining(), () -> world.seat(job, agent));
        }
    }

    void reject(Reservation offered) {
        lapse(offered, Status.REJECTED, "reservation.rejected");
    }

    void cancel(Job job, String reason) {
        job.standing()
                .ifPresent(it -> tell("reservation.canceled", job,
                        Optional.of(job.replace(it.sid(), Status.CANCELED, now()))));
        end(job, Task.Status.CANCELED, reason, "task.canceled");
    }

    void complete(Job job) {
        List.copyOf(job.reservations)
                .stream()
                .filter(it -> it.status() == Status.ACCEPTED || it.status() == Status.WRAPPING)
                .forEach(it -> job.replace(it.sid(), Status.COMPLETED, now()));
        end(job, Task.Status.COMPLETED, "", "task.completed");
    }

    /** Its conversation was closed: whoever works on it wraps up, and nobody is looked for any more. */
    void closed(Job job) {
        if (job.isLive()) {
            cancel(job, "Channel closed");
        } else if (job.isAssigned()) {
            List.copyOf(job.reservations)
                    .stream()
                    .filter(it -> it.status() == Status.ACCEPTED)
                    .forEach(it -> job.replace(it.sid(), Status.WRAPPING, now()));
            job.status = Task.Status.WRAPPING;
            world.agenda.in(Duration.ofSeconds(20), () -> complete(job));
        }
    }

    void giveUp(Job job) {
        if (job.isLive()) {
            cancel(job, "Task canceled on Workflow timeout");
        }
    }

    private Reservation offer(Job job, Staff agent) {

        var offered = new Reservation(new ReservationSid(world.next("WR")), job.sid, agent.worker(), Status.PENDING,
                now(), now());
        job.reservations.add(offered);
        job.status = Task.Status.RESERVED;
        tell("reservation.created", job, Optional.of(offered));
        world.agenda.in(world.traits.patience(), () -> timeOut(offered));

        return offered;
    }

    /** Twilio sends those who do not answer out. */
    private void timeOut(Reservation offered) {
        if (isStanding(offered)) {
            world.available.remove(Staff.of(offered.worker()));
            lapse(offered, Status.TIMEOUT, "reservation.timeout");
        }
    }

    boolean isStanding(Reservation offered) {
        return world.jobs.get(offered.task()).standing().filter(it -> it.sid().equals(offered.sid())).isPresent();
    }

    private void lapse(Reservation offered, Status how, String event) {
        var job = world.jobs.get(offered.task());
        tell(event, job, Optional.of(job.replace(offered.sid(), how, now())));
        job.status = Task.Status.PENDING;
        offerAll();
        world.agenda.in(OFFERED_AGAIN, this::offerAll);
    }

    private Optional<Staff> next(Job job) {

        var present = job.attributes.path("workerSidsInConversation").toString();
        var candidates = candidates(job).stream()
                .filter(world.available::contains)
                .filter(it -> !present.contains(it.worker().value()))
                .filter(it -> !hasJustRefused(it, job))
                .toList();

        return candidates.isEmpty() ? Optional.empty()
                : Optional.of(candidates.get(job.reservations.size() % candidates.size()));
    }

    private Set<Staff> candidates(Job job) {

        var target = job.attributes.path("transferTargetSid").asString("");

        return job.attributes.path("transferTargetType").asString("").equals("worker")
                ? Arrays.stream(Staff.values())
                        .filter(it -> it.worker().value().equals(target))
                        .collect(java.util.stream.Collectors.toCollection(() -> EnumSet.noneOf(Staff.class)))
                : Team.of(target).map(it -> it.members).orElse(Team.EVERYONE.members);
    }

    private boolean hasJustRefused(Staff agent, Job job) {
        return job.reservations.stream()
                .anyMatch(it -> it.worker().equals(agent.worker())
                        && it.updatedAt().plus(OFFERED_AGAIN).isAfter(now()));
    }

    private void end(Job job, Task.Status how, String reason, String event) {
        if (!job.status.hasEnded()) {
            job.status = how;
            job.reason = Optional.of(reason);
            job.endedAt = Optional.of(now());
            tell(event, job, Optional.empty());
            world.agenda.in(FORGOTTEN, () -> job.forgotten = true);
        }
    }

    private void tell(String type, Job job, Optional<Reservation> reservation) {
        world.happenings.add(new Happening(++told, type, job, reservation, now()));
    }

    private java.time.Instant now() {
        return world.clock.instant();
    }
}
