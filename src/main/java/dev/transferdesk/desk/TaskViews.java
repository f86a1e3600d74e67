package dev.transferdesk.desk;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.InviteEntry;
import dev.transferdesk.conversation.InviteEntry.TargetType;
import dev.transferdesk.conversation.Person;
import dev.transferdesk.conversation.Transcripts;
import dev.transferdesk.desk.TaskView.Actions;
import dev.transferdesk.desk.TaskView.InviteRow;
import dev.transferdesk.desk.TaskView.PersonRow;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.transfer.Objection;
import dev.transferdesk.transfer.Situation;
import dev.transferdesk.transfer.Situations;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.transfer.TransferKind;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.ParticipantSid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The right side of the desk: the selected conversation. */
@Component
class TaskViews {

    private final Situations situations;
    private final Transcripts transcripts;
    private final TransferHistory history;
    private final ProgressBars bars;
    private final Directory directory;

    TaskViews(Situations situations, Transcripts transcripts, TransferHistory history, ProgressBars bars,
            Directory directory) {
        this.situations = situations;
        this.transcripts = transcripts;
        this.history = history;
        this.bars = bars;
        this.directory = directory;
    }

    /** @param after the last message that the page has already: none if negative, {@link Integer#MAX_VALUE} for none to come */
    TaskView of(AgentTask task, Agent viewer, int after) {

        var transcript = AtOnce.begin(() -> transcripts.latest(task));
        var news = AtOnce.begin(() -> after < 0 ? transcript.get().lines() : transcripts.since(task, after));
        var situation = situations.of(task);
        var told = history.tellable(viewer.getUsername()).stream().filter(it -> it.task().equals(task.sid())).toList();

        return new TaskView(task.sid(), task.customer(), task.since(), actions(situation), bars.of(told),
                people(situation), invites(situation), news.get(), transcript.get().hasEarlier(),
                bars.of(history.of(task.conversation())));
    }

    private static Actions actions(Situation situation) {

        var features = situation.features();
        var objection = objection(situation);

        return new Actions(features.allowsColdTransfer() || features.allowsInvites(), features.allowsColdTransfer(),
                features.allowsInvites(), objection.map(Enum::name).orElse(""), features.allowsInvites(),
                features.allowsInvites() && situation.leavesSomebody(),
                situation.objectionToLeaving().map(Enum::name).orElse(""), situation.leavesOnlyExpected());
    }

    /** The dialog is of use while at least one of its modes is. */
    private static Optional<Objection> objection(Situation situation) {
        return Stream.of(TransferKind.values())
                .filter(it -> switch (it) {
                    case COLD -> situation.features().allowsColdTransfer();
                    case INVITE -> situation.features().allowsInvites();
                })
                .map(situation::objection)
                .reduce((one, other) -> one.isEmpty() ? one : other)
                .flatMap(it -> it);
    }

    private static List<PersonRow> people(Situation situation) {

        var own = situation.task().worker();

        return situation.roster()
                .people()
                .stream()
                .map(it -> new PersonRow(it.name(), it.isAgent(), it.is(own), it.joinedAt(),
                        it.is(own) ? Optional.empty() : removable(it)))
                .toList();
    }

    private static Optional<String> removable(Person person) {
        return person.participant()
                .filter(_ -> person.isAgent())
                .map(ParticipantSid::value);
    }

    private List<InviteRow> invites(Situation situation) {
        return Stream.concat(
                situation.open().stream().filter(Transfer::isInvite).flatMap(it -> row(it).stream()),
                situation.foreign().stream().map(TaskViews::row))
                .toList();
    }

    private Optional<InviteRow> row(Transfer transfer) {
        return transfer.invitedTask()
                .map(it -> new InviteRow(it.value(), transfer.target().name(), transfer.target().isQueue(),
                        Optional.of(transfer.requestedAt()), directory.nameOf(transfer.senderWorker())));
    }

    private static InviteRow row(InviteEntry entry) {
        return new InviteRow(entry.invitedTask().value(), entry.targetName(), entry.type() == TargetType.QUEUE,
                entry.createdAt(), "");
    }
}
