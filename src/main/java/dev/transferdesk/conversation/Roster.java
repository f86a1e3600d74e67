package dev.transferdesk.conversation;

import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import java.util.Optional;

/**
 * Who is in a conversation, and who is invited to it.
 *
 * @param people customers first, then agents in the order in which they came
 * @param invites as the conversation's attributes list them, whoever wrote them there
 * @param open false once nothing can be said any more
 * @param strangers whether Twilio lists agents whom the directory does not know, who may be in it as well
 */
public record Roster(List<Person> people, List<InviteEntry> invites, boolean open, boolean strangers) {

    public Roster {
        people = List.copyOf(people);
        invites = List.copyOf(invites);
    }

    /** In the order in which they came. */
    public List<Person> agents() {
        return people.stream().filter(Person::isAgent).toList();
    }

    /** Whether the worker is in it now. */
    public boolean has(WorkerSid worker) {
        return agents().stream().anyMatch(it -> it.is(worker));
    }

    /** Also finds the worker's participant while Twilio is still adding them to the conversation. */
    public Optional<ParticipantSid> participantOf(WorkerSid worker) {
        return agents().stream().filter(it -> it.is(worker)).findFirst().flatMap(Person::participant);
    }

    /** The agent behind a participant; customers have none that could be asked for. */
    public Optional<Person> agent(ParticipantSid participant) {
        return agents().stream().filter(it -> it.participant().filter(participant::equals).isPresent()).findFirst();
    }

    /** As it is once the worker has left, which Twilio may take a moment to show. */
    public Roster without(WorkerSid worker) {
        return new Roster(people.stream().filter(it -> !it.is(worker)).toList(), invites, open, strangers);
    }
}
