package dev.transferdesk.transfer;

import dev.transferdesk.audit.AuditLog;
import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.Departures;
import dev.transferdesk.conversation.Person;
import dev.transferdesk.conversation.Rosters;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.transfer.Departure.NotThere;
import dev.transferdesk.transfer.Departure.Out;
import dev.transferdesk.transfer.Departure.Refused;
import dev.transferdesk.twilio.ParticipantSid;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets agents leave, and remove each other, where nothing speaks against it. The methods throw
 * {@link dev.transferdesk.twilio.TwilioException} when Twilio does not do it.
 */
@Component
public class DepartureService {

    private final Situations situations;
    private final Departures departures;
    private final Rosters rosters;
    private final AuditLog audit;

    DepartureService(Situations situations, Departures departures, Rosters rosters, AuditLog audit) {
        this.situations = situations;
        this.departures = departures;
        this.rosters = rosters;
        this.audit = audit;
    }

    /** Leaves, or ends the conversation when nobody else is in it or on the way. */
    public Departure leave(AgentTask task, Agent who) {

        var situation = situations.of(task);
        var own = situation.roster().participantOf(task.worker());

        if (own.isEmpty()) {
            return new Refused(Objection.SENDER_NOT_FOUND);
        }

        return situation.objectionToLeaving()
                .<Departure>map(Refused::new)
                .orElseGet(() -> new Out(who.displayName(), audit.around(who.getUsername(), "conversation.leave",
                        task.conversation().value(), () -> departures.leave(task, own.get()))));
    }

    /** Removes another agent: never the customer, and never oneself. */
    public Departure remove(AgentTask task, ParticipantSid participant, Agent who) {

        var situation = situations.of(task);

        if (!situation.features().allowsInvites()) {
            return new Refused(situation.features().enabled() ? Objection.INVITES_OFF : Objection.SWITCHED_OFF);
        }

        return situation.roster()
                .agent(participant)
                .filter(it -> !it.is(task.worker()))
                .map(it -> remove(task, it, who))
                .orElse(new NotThere());
    }

    private Departure remove(AgentTask task, Person agent, Agent who) {
        return new Out(agent.name(),
                audit.around(who.getUsername(), "participant.remove",
                        "%s %s".formatted(task.conversation(), agent.worker().map(Object::toString).orElse("")),
                        () -> removed(task, agent)));
    }

    private Departures.Aftermath removed(AgentTask task, Person agent) {
        var aftermath = departures.remove(task, agent.participant().orElseThrow(), agent.worker().orElseThrow());
        rosters.forget(task.channel(), task.conversation());
        return aftermath;
    }
}
