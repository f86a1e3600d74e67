package dev.transferdesk.twilio;

import dev.transferdesk.twilio.FakeTwilio.MadeInvite;
import dev.transferdesk.twilio.FakeTwilio.Seat;
import dev.transferdesk.twilio.Participant.Type;
import dev.transferdesk.twilio.Reservation.Status;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What happens at Twilio without the desk: conversations begin, tasks are offered, agents answer, tasks end. */
public final class TaskRouter {

    private final FakeTwilio twilio;

    public TaskRouter(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    public void open(ConversationSid conversation, ObjectNode attributes) {
        twilio.conversations.put(conversation, new Conversation(conversation, Conversation.State.ACTIVE, attributes,
                twilio.clock.instant()));
        twilio.members.put(conversation, new ArrayList<>());
    }

    /** Somebody else writes all attributes anew. */
    public void rewrite(ConversationSid conversation, ObjectNode attributes) {
        twilio.conversations.computeIfPresent(conversation,
                (sid, it) -> new Conversation(sid, it.state(), attributes, it.createdAt()));
    }

    /** Somebody else writes attributes that are no JSON object. */
    public void scribble(ConversationSid conversation) {
        twilio.conversations.computeIfPresent(conversation,
                (sid, it) -> new Conversation(sid, it.state(), FakeTwilio.json("{}"), false, it.createdAt()));
    }

    public void close(ConversationSid conversation) {
        twilio.conversations.computeIfPresent(conversation,
                (sid, it) -> new Conversation(sid, Conversation.State.CLOSED, it.attributes(), it.createdAt()));
    }

    public MemberSid join(ConversationSid conversation, Optional<String> identity, Optional<Member.Binding> binding) {
        var sid = new MemberSid(FakeTwilio.sid("MB", twilio.number()));
        synchronized (twilio) {
            twilio.members.get(conversation)
                    .add(new Member(sid, identity, binding, FakeTwilio.json("{}"), twilio.clock.instant()));
        }
        return sid;
    }

    public ParticipantSid seat(InteractionChannel channel, Type type, Optional<WorkerSid> worker,
            Optional<TaskSid> task, Optional<MemberSid> member) {
        var sid = new ParticipantSid(FakeTwilio.sid("UT", twilio.number()));
        synchronized (twilio) {
            twilio.seats.add(new Seat(channel, new Participant(sid, type, worker, task), member));
        }
        return sid;
    }

    public void add(Task task) {
        twilio.tasks.put(task.sid(), task);
    }

    public Reservation offer(TaskSid task, WorkerSid worker) {
        synchronized (twilio) {
            var now = twilio.clock.instant();
            var reservation = new Reservation(new ReservationSid(FakeTwilio.sid("WR", twilio.number())), task, worker,
                    Status.PENDING, now, now);
            twilio.reservations.add(reservation);
            twilio.replace(task, Task.Status.RESERVED, Optional.empty());
            return reservation;
        }
    }

    /** Whoever accepts an invite joins its channel and conversation. */
    public void answer(Reservation reservation, Status status) {
        synchronized (twilio) {
            twilio.replace(reservation, status);
            if (status == Status.ACCEPTED) {
                twilio.replace(reservation.task(), Task.Status.ASSIGNED, Optional.empty());
                twilio.invites.stream()
                        .filter(it -> it.invited().task().equals(reservation.task()))
                        .findFirst()
                        .ifPresent(it -> seat(it, reservation));
            } else {
                twilio.replace(reservation.task(), Task.Status.PENDING, Optional.empty());
            }
        }
    }

    public void accept(TaskSid task, WorkerSid worker) {
        answer(offer(task, worker), Status.ACCEPTED);
    }

    /** Unless somebody else has ended or accepted it. */
    public void acceptIfWaiting(TaskSid task, WorkerSid worker) {
        synchronized (twilio) {
            if (twilio.task(task).status().isWaiting()) {
                accept(task, worker);
            }
        }
    }

    /** Accepts, and is not in the channel yet. */
    public void acceptWithoutJoining(TaskSid task, WorkerSid worker) {
        synchronized (twilio) {
            twilio.replace(offer(task, worker), Status.ACCEPTED);
            twilio.replace(task, Task.Status.ASSIGNED, Optional.empty());
        }
    }

    public void joinAfterAccepting(TaskSid task) {
        synchronized (twilio) {
            var reservation = twilio.reservations.stream()
                    .filter(it -> it.task().equals(task) && it.status() == Status.ACCEPTED)
                    .findFirst()
                    .orElseThrow();
            twilio.invites.stream()
                    .filter(it -> it.invited().task().equals(task))
                    .findFirst()
                    .ifPresent(it -> seat(it, reservation));
        }
    }

    public void leave(ConversationSid conversation, String identity) {
        synchronized (twilio) {
            twilio.members.get(conversation).removeIf(it -> it.identity().equals(Optional.of(identity)));
        }
    }

    public void end(TaskSid task, Task.Status status, Optional<String> reason) {
        synchronized (twilio) {
            twilio.replace(task, status, reason);
            twilio.reservations.stream()
                    .filter(it -> it.task().equals(task))
                    .toList()
                    .forEach(it -> twilio.replace(it, ended(it.status())));
        }
    }

    /** Twilio forgets a task five minutes after it ended. */
    public void purge(TaskSid task) {
        synchronized (twilio) {
            twilio.tasks.remove(task);
            twilio.reservations.removeIf(it -> it.task().equals(task));
        }
    }

    public void say(ConversationSid conversation, Message message) {
        twilio.messages.computeIfAbsent(conversation, _ -> new ArrayList<>()).add(message);
    }

    private void seat(MadeInvite invite, Reservation reservation) {
        var conversation = new ConversationSid(
                invite.invitation().attributes().path("conversationSid").asString());
        var member = join(conversation, Optional.of(twilio.workers.get(reservation.worker()).name()), Optional.empty());
        seat(invite.channel(), Type.AGENT, Optional.of(reservation.worker()), Optional.of(reservation.task()),
                Optional.of(member));
    }

    private static Status ended(Status status) {
        return switch (status) {
            case PENDING -> Status.CANCELED;
            case ACCEPTED, WRAPPING -> Status.COMPLETED;
            case REJECTED, TIMEOUT, CANCELED, RESCINDED, COMPLETED -> status;
        };
    }
}
