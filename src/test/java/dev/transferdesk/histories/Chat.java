package dev.transferdesk.histories;

import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.Invited;
import dev.transferdesk.twilio.Member;
import dev.transferdesk.twilio.Participant;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** A conversation with a customer, and the interaction's channel that it belongs to. */
final class Chat {

    final String customer;
    final ConversationSid conversation;
    final InteractionChannel channel;
    final Instant startedAt;
    final List<Invited> invites = new ArrayList<>();
    /** What others than the desk keep in the attributes; none of it may ever get lost. */
    final Map<String, String> foreignKeys = new TreeMap<>();

    Conversation.State state = Conversation.State.ACTIVE;
    ObjectNode attributes;

    private final List<Member> members = new ArrayList<>();
    private final List<Participant> participants = new ArrayList<>();
    private final TreeMap<Instant, Lists> versions = new TreeMap<>();

    Chat(String customer, ConversationSid conversation, InteractionChannel channel, ObjectNode attributes,
            Instant startedAt) {
        this.customer = customer;
        this.conversation = conversation;
        this.channel = channel;
        this.attributes = attributes;
        this.startedAt = startedAt;
    }

    /** The lists as they were at that time: Twilio's may lag. */
    Lists asOf(Instant time) {
        return Optional.ofNullable(versions.floorEntry(time))
                .map(Map.Entry::getValue)
                .orElseGet(() -> versions.firstEntry().getValue());
    }

    Lists now() {
        return new Lists(List.copyOf(members), List.copyOf(participants), List.copyOf(invites));
    }

    boolean isOpen() {
        return state != Conversation.State.CLOSED;
    }

    void invited(Invited invited, Instant at) {
        invites.add(invited);
        keep(at);
    }

    void enter(Member member, Instant at) {
        members.add(member);
        keep(at);
    }

    void sit(Participant participant, Instant at) {
        participants.add(participant);
        keep(at);
    }

    void stand(Participant participant, boolean goesOnBeingListed, Instant at) {
        if (!goesOnBeingListed) {
            participants.remove(participant);
        }
        keep(at);
    }

    void exit(String identity, Instant at) {
        members.removeIf(it -> it.identity().filter(identity::equals).isPresent());
        keep(at);
    }

    Optional<Participant> seatFor(TaskSid task) {
        return participants.stream().filter(it -> it.task().filter(task::equals).isPresent()).findFirst();
    }

    boolean hasSeat(WorkerSid worker) {
        return participants.stream().anyMatch(it -> it.worker().filter(worker::equals).isPresent());
    }

    private void keep(Instant at) {
        versions.put(at, now());
    }

    record Lists(List<Member> members, List<Participant> participants, List<Invited> invites) {}
}
