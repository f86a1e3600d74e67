package dev.transferdesk.conversation;

import dev.transferdesk.conversation.Person.Role;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.events.Hearing;
import dev.transferdesk.events.Hearing.Subject;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.Interactions;
import dev.transferdesk.twilio.Member;
import dev.transferdesk.twilio.Participant;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.Remembered;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who is in which conversation: what the Interactions API and the Conversations API each know of it, joined by the
 * worker's chat identity. An agent is in it only while the Conversations API has them, since the Interactions API may go
 * on listing those who left.
 */
@Component
public class Rosters {

    private final Interactions interactions;
    private final Conversations conversations;
    private final Directory directory;
    private final Remembered<Place, Facts> facts;

    Rosters(Interactions interactions, Conversations conversations, Directory directory, FreshnessProperties freshness,
            Hearing hearing, Clock clock) {
        this.interactions = interactions;
        this.conversations = conversations;
        this.directory = directory;
        this.facts = new Remembered<>(clock, freshness.ofEvents(),
                hearing.keeping(Subject.CONVERSATIONS, freshness.told(), it -> Stream.of(it.conversation())),
                this::ask);
    }

    /** @throws dev.transferdesk.twilio.TwilioException while Twilio can't be asked and nothing is remembered */
    public Roster of(AgentTask task) {
        return roster(facts.get(Place.of(task)), task);
    }

    /** Asks Twilio anew, for decisions that can't be taken back. */
    Roster askedNow(AgentTask task) {
        facts.forget(Place.of(task));
        return of(task);
    }

    /** Somebody came, went or was invited: the next answer is a new one. */
    public void forget(InteractionChannel channel, ConversationSid conversation) {
        facts.forget(new Place(channel, conversation));
    }

    /** The same, for those who know nothing else of it. */
    void forget(ConversationSid conversation) {
        facts.forgetAll(it -> it.conversation().equals(conversation));
    }

    private Facts ask(Place place) {

        var participants = AtOnce.begin(() -> interactions.participants(place.channel()));
        var members = AtOnce.begin(() -> conversations.members(place.conversation()));
        // So that whoever is a member is known by then
        var workers = AtOnce.begin(() -> directory.workerWriting(""));
        var conversation = conversations.fetch(place.conversation());
        workers.get();

        return new Facts(conversation, participants.get(), members.get());
    }

    private Roster roster(Facts known, AgentTask task) {

        var agents = known.members()
                .stream()
                .sorted(Comparator.comparing(Member::joinedAt))
                .flatMap(member -> worker(member).map(it -> agent(member, it, known, task)).stream());
        var customers = customers(known.members().stream().filter(it -> worker(it).isEmpty()).toList(),
                task.customer());

        return new Roster(Stream.concat(customers.stream(), agents).toList(), InviteEntries.of(known.conversation()),
                known.conversation().state() != Conversation.State.CLOSED, hasStrangers(known));
    }

    /** Twilio may list an agent without saying who it is. */
    private boolean hasStrangers(Facts known) {
        return known.participants()
                .stream()
                .filter(it -> it.isAgent() || it.worker().isPresent())
                .anyMatch(it -> it.worker().filter(directory::knows).isEmpty());
    }

    private Optional<DirectoryWorker> worker(Member member) {
        return member.identity().flatMap(directory::workerWriting);
    }

    private static Person agent(Member member, DirectoryWorker worker, Facts known, AgentTask task) {
        return new Person(Role.AGENT, worker.name(), participant(worker, known, task), Optional.of(worker.sid()),
                Optional.of(member.joinedAt()));
    }

    /** Somebody who left and came back may be listed twice; the later one is them now, and one's own task is certain. */
    private static Optional<ParticipantSid> participant(DirectoryWorker worker, Facts known, AgentTask task) {

        var candidates = known.participants()
                .stream()
                .filter(it -> it.isAgent() && it.worker().filter(worker.sid()::equals).isPresent())
                .toList();

        return candidates.stream()
                .filter(it -> it.task().filter(task.sid()::equals).isPresent())
                .findFirst()
                .or(() -> candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.getLast()))
                .map(Participant::sid);
    }

    /** Several addresses outside, such as the recipients of an e-mail, count as one customer. */
    private static List<Person> customers(List<Member> members, Customer customer) {

        var outside = members.stream().filter(it -> it.binding().isPresent()).limit(1);
        var onChat = members.stream().filter(it -> it.binding().isEmpty());
        var single = members.stream().filter(it -> it.binding().isEmpty()).count() <= 1;

        return Stream.concat(outside.map(it -> customer(it, customer.name())),
                onChat.map(it -> customer(it, single ? customer.name() : it.identity().orElse(customer.name()))))
                .toList();
    }

    private static Person customer(Member member, String name) {
        return new Person(Role.CUSTOMER, name, Optional.empty(), Optional.empty(), Optional.of(member.joinedAt()));
    }

    private record Place(InteractionChannel channel, ConversationSid conversation) {

        static Place of(AgentTask task) {
            return new Place(task.channel(), task.conversation());
        }
    }

    private record Facts(Conversation conversation, List<Participant> participants, List<Member> members) {}
}
