package dev.transferdesk.transfer;

import static dev.transferdesk.transfer.Objection.*;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.conversation.Person;
import dev.transferdesk.conversation.Roster;
import dev.transferdesk.directory.Load;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.routing.RoutingCheck;
import dev.transferdesk.routing.TransferAttributes;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.settings.Features;
import dev.transferdesk.twilio.Workflow;
import dev.transferdesk.twilio.WorkflowSid;
import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that decides whether a conversation may be transferred now.
 *
 * @param open transfers and invites of this conversation that somebody may still take
 * @param foreign invites that somebody on the Flex plug-in made
 * @param workflow what routes transfers, nothing while it is missing
 */
public record Situation(AgentTask task, Roster roster, Features features, List<Transfer> open,
        List<InviteEntry> foreign, Optional<Workflow> workflow, RoutingCheck routing) {

    /** What speaks against it whatever the target, first what a person can do something about. */
    public Optional<Objection> objection(TransferKind kind) {
        return switchedOff(kind).or(this::senderMissing).or(() -> occupied(kind)).or(this::unrouted);
    }

    /** What speaks against this target. What is not known of a worker speaks against nothing. */
    public Optional<Objection> objectionTo(TransferTarget target, Optional<Presence> presence, Optional<Load> load) {
        return objectionTo(target).or(() -> unreachable(presence, load)).or(() -> misled(target));
    }

    /** What speaks against this target because of who is in the conversation or on the way. */
    public Optional<Objection> objectionTo(TransferTarget target) {

        if (target.sid().equals(task.worker().value())) {
            return Optional.of(YOURSELF);
        }

        if (workersPresent().stream().anyMatch(it -> it.value().equals(target.sid()))) {
            return Optional.of(ALREADY_IN);
        }

        return targetsInvited().contains(target.sid()) ? Optional.of(ALREADY_INVITED) : Optional.empty();
    }

    /** Whether Leave has to wait, because this agent's own transfer is being sent. */
    public Optional<Objection> objectionToLeaving() {
        return open.stream()
                .filter(it -> it.task().equals(task.sid()))
                .filter(it -> it.state().isInFlight() || it.bindsSender())
                .findFirst()
                .map(_ -> TRANSFER_UNDER_WAY);
    }

    /** Whether others stay or are expected when this agent goes. */
    public boolean leavesSomebody() {
        return roster.agents().size() > 1 || isAnyoneExpected();
    }

    /** Whether the customer would be alone until somebody accepts. */
    public boolean leavesOnlyExpected() {
        return roster.agents().size() <= 1 && isAnyoneExpected();
    }

    /** The same as far as everything else goes. */
    Situation without(Transfer transfer) {
        return new Situation(task, roster, features,
                open.stream().filter(it -> !it.id().equals(transfer.id())).toList(), foreign, workflow, routing);
    }

    ObjectNode attributes(TransferTarget target) {
        return TransferAttributes.of(task.task().attributes(), task.sid(), target, workersPresent());
    }

    WorkflowSid workflowSid() {
        return workflow.orElseThrow().sid();
    }

    private Optional<Objection> switchedOff(TransferKind kind) {

        if (!features.enabled()) {
            return Optional.of(SWITCHED_OFF);
        }

        return switch (kind) {
            case COLD -> features.coldTransfer() ? Optional.empty() : Optional.of(COLD_OFF);
            case INVITE -> features.multiParticipant() ? Optional.empty() : Optional.of(INVITES_OFF);
        };
    }

    private Optional<Objection> senderMissing() {

        if (!task.isAssigned()) {
            return Optional.of(NOT_ASSIGNED);
        }

        return roster.participantOf(task.worker()).isEmpty() ? Optional.of(SENDER_NOT_FOUND) : Optional.empty();
    }

    private Optional<Objection> occupied(TransferKind kind) {

        if (open.stream().anyMatch(it -> !it.isInvite())) {
            return Optional.of(TRANSFER_UNDER_WAY);
        }

        var limit = kind == TransferKind.COLD ? 1 : features.pendingInvites();

        return open.size() + foreign.size() >= limit ? Optional.of(INVITE_OPEN) : Optional.empty();
    }

    private Optional<Objection> unrouted() {
        return workflow.isEmpty() ? Optional.of(NO_WORKFLOW) : Optional.empty();
    }

    private static Optional<Objection> unreachable(Optional<Presence> presence, Optional<Load> load) {

        if (presence.filter(it -> it.tone() != Presence.Tone.AVAILABLE).isPresent()) {
            return Optional.of(OFFLINE);
        }

        return load.filter(Load::isFull).isPresent() ? Optional.of(AT_CAPACITY) : Optional.empty();
    }

    private Optional<Objection> misled(TransferTarget target) {

        var attributes = attributes(target);

        if (isNamed(target) && !routing.reaches(target, attributes)) {
            return Optional.of(NO_ROUTE);
        }

        return TransferAttributes.fit(attributes) ? Optional.empty() : Optional.of(TOO_LARGE);
    }

    /** Workflows tell queues by name, so without one there is nothing to check: the default filter is there for that. */
    private static boolean isNamed(TransferTarget target) {
        return !target.name().equals(target.sid());
    }

    private boolean isAnyoneExpected() {
        return !open.isEmpty() || !foreign.isEmpty();
    }

    private List<WorkerSid> workersPresent() {
        return roster.agents().stream().map(Person::worker).flatMap(Optional::stream).toList();
    }

    private Set<String> targetsInvited() {
        return Stream.concat(open.stream().map(it -> it.target().sid()), foreign.stream().map(InviteEntry::target))
                .collect(Collectors.toSet());
    }
}
