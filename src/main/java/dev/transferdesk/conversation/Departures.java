package dev.transferdesk.conversation;

import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes agents out of conversations. When nobody but the customer is left and nobody is on the way, the channel is closed,
 * so that the customer's next message finds somebody; what can't be looked up never closes it.
 */
@Component
public class Departures {

    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private final Interactions interactions;
    private final Rosters rosters;
    private final AgentTasks tasks;
    private final Arrivals arrivals;

    Departures(Interactions interactions, Rosters rosters, AgentTasks tasks, Arrivals arrivals) {
        this.interactions = interactions;
        this.rosters = rosters;
        this.tasks = tasks;
        this.arrivals = arrivals;
    }

    /** What became of the conversation after somebody was taken out. */
    public enum Aftermath {
        OTHERS_STAY, CHANNEL_CLOSED, CLOSING_FAILED
    }

    /** Takes the agent of this task out. */
    public Aftermath leave(AgentTask task, ParticipantSid own) {
        takeOut(task, own, task.worker());
        tasks.left(task);
        return closeIfDeserted(task, task.worker());
    }

    /** Takes somebody else out. */
    public Aftermath remove(AgentTask task, ParticipantSid participant, WorkerSid worker) {
        takeOut(task, participant, worker);
        tasks.forget(worker);
        return closeIfDeserted(task, worker);
    }

    /** Takes an agent out because somebody else takes over: the channel stays open for them. */
    public void handOver(InteractionChannel channel, ParticipantSid sender) {
        closeParticipant(channel, sender);
    }

    /** Where Twilio does not say whether it was done, whoever is in the conversation tells. */
    private void takeOut(AgentTask task, ParticipantSid participant, WorkerSid worker) {
        try {
            closeParticipant(task.channel(), participant);
        } catch (TwilioException failed) {
            if (!failed.is(Kind.UNKNOWN_OUTCOME) || isIn(task, worker)) {
                throw failed;
            }
        }
    }

    private boolean isIn(AgentTask task, WorkerSid worker) {
        try {
            return rosters.askedNow(task).has(worker);
        } catch (TwilioException unavailable) {
            return true;
        }
    }

    /** Somebody who is not there any more has left already. */
    private void closeParticipant(InteractionChannel channel, ParticipantSid participant) {
        try {
            interactions.close(channel, participant);
        } catch (TwilioException failed) {
            if (!failed.is(Kind.NOT_FOUND)) {
                throw failed;
            }
        }
    }

    private Aftermath closeIfDeserted(AgentTask task, WorkerSid gone) {
        try {
            var roster = rosters.askedNow(task).without(gone);

            if (!roster.open() || roster.strangers() || !roster.agents().isEmpty()
                    || arrivals.anyoneExpectedIn(task.conversation(), roster.invites())) {
                return Aftermath.OTHERS_STAY;
            }

            close(task);
            return Aftermath.CHANNEL_CLOSED;
        } catch (TwilioException failed) {
            log.warn("Whether {} may be closed could not be settled, so it stays open: {}", task.conversation(),
                    failed.getMessage());
            return Aftermath.CLOSING_FAILED;
        }
    }

    /** Where Twilio does not say whether it was done, the conversation tells. */
    private void close(AgentTask task) {
        try {
            interactions.close(task.channel());
        } catch (TwilioException failed) {
            if (!failed.is(Kind.UNKNOWN_OUTCOME) || rosters.askedNow(task).open()) {
                throw failed;
            }
        }
    }
}
