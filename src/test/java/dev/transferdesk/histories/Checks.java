package dev.transferdesk.histories;

import dev.transferdesk.histories.Records.Row;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What has to hold, whatever happens. */
final class Checks {

    private final World world;
    private final Records records;
    private final Clicks clicks;

    Checks(World world, Records records, Clicks clicks) {
        this.world = world;
        this.records = records;
        this.clicks = clicks;
    }

    /** After each step. */
    Optional<String> always() {
        return first(this::doubled, this::loses, this::breaks, this::sendsTooSoon);
    }

    /** Once everything has run out. */
    Optional<String> atLast() {
        return first(this::neverEnds, this::deserts, this::leavesSenderIn, this::leavesEntry, this::leavesTask,
                this::misjudges, this::doublesRequest, this::deceives);
    }

    private interface Check {
        Optional<String> complaint();
    }

    private static Optional<String> first(Check... checks) {
        return List.of(checks).stream().map(Check::complaint).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> doubled() {

        var byTransfer = world.jobs.values()
                .stream()
                .filter(it -> !it.transfer().isEmpty())
                .collect(Collectors.groupingBy(Job::transfer));

        return byTransfer.values().stream().flatMap(it -> {
            var live = it.stream().filter(Job::isLive).toList();
            var taken = it.stream().filter(Job::isAssigned).toList();
            return live.size() > 1 ? Optional.of("two live tasks for one transfer: " + sids(live)).stream()
                    : taken.size() > 1 ? Optional.of("two accepted for one transfer: " + sids(taken)).stream()
                            : Optional.<String>empty().stream();
        }).findFirst();
    }

    private Optional<String> loses() {
        return world.chats.values()
                .stream()
                .flatMap(chat -> chat.foreignKeys.entrySet()
                        .stream()
                        .filter(it -> !chat.attributes.path(it.getKey()).asString("").equals(it.getValue()))
                        .map(it -> "%s = %s of %s was lost".formatted(it.getKey(), it.getValue(), chat.customer)))
                .findFirst();
    }

    /** Nothing but Twilio may be the reason why nothing was done. */
    private Optional<String> breaks() {
        return clicks.all.stream()
                .filter(it -> it.wasTold(Throwable.class) && !it.wasTold(TwilioException.class))
                .findFirst()
                .map(it -> "%s of %s met %s".formatted(it.kind(), it.who(), it.answer().orElseThrow()));
    }

    /** Nor what was undone. */
    private Optional<String> sendsTooSoon() {
        return rows().stream()
                .filter(Row::isUnsent)
                .filter(row -> world.jobs.values().stream().anyMatch(it -> it.transfer().equals(row.id().toString())))
                .findFirst()
                .map(it -> "the transfer %s is %s and was sent".formatted(it.request(), it.state()));
    }

    private Optional<String> neverEnds() {
        return rows().stream()
                .filter(Row::isOpen)
                .findFirst()
                .map(it -> "the transfer %s is %s for ever".formatted(it.request(), it.state()));
    }

    private Optional<String> deserts() {
        return world.chats.values()
                .stream()
                .filter(Chat::isOpen)
                .filter(it -> world.agentsIn(it).isEmpty() && !isSomebodyAsked(it) && !isGivenUp(it))
                .findFirst()
                .map(it -> it.customer + " is alone and nobody comes");
    }

    private boolean isSomebodyAsked(Chat chat) {
        return world.jobsOf(chat).stream().anyMatch(Job::isLive);
    }

    /** A supervisor wants nobody to be sought. */
    private boolean isGivenUp(Chat chat) {
        return rows().stream()
                .filter(it -> it.conversation().equals(chat.conversation.value()))
                .reduce((_, last) -> last)
                .filter(it -> it.state().equals("GIVEN_UP"))
                .isPresent();
    }

    private Optional<String> leavesSenderIn() {
        return rows().stream()
                .filter(it -> it.cold() && it.state().equals("DONE"))
                .filter(it -> world.jobs.get(new TaskSid(it.task())).isAssigned())
                .findFirst()
                .map(it -> "the sender of %s is still in".formatted(it.request()));
    }

    private Optional<String> leavesEntry() {
        return world.chats.values()
                .stream()
                .filter(Chat::isOpen)
                .flatMap(chat -> Outside.entries(chat)
                        .stream()
                        .map(it -> world.jobs.get(new TaskSid(it)))
                        .filter(it -> it.status.hasEnded() || !it.isLive() && !it.transfer().isEmpty())
                        .map(it -> "the entry of %s is left behind".formatted(it.sid)))
                .findFirst();
    }

    private Optional<String> leavesTask() {
        return world.jobs.values()
                .stream()
                .filter(it -> it.isLive() && !it.transfer().isEmpty())
                .findFirst()
                .map(it -> "the task %s is left behind".formatted(it.sid));
    }

    private Optional<String> misjudges() {
        return rows().stream()
                .flatMap(row -> misjudgement(row).map(
                        it -> "the transfer %s is %s, but %s".formatted(row.request(), row.state(), it)).stream())
                .findFirst();
    }

    private Optional<String> misjudgement(Row row) {

        var taken = world.jobs.values()
                .stream()
                .filter(it -> it.takenBy.isPresent() && it.transfer().equals(row.id().toString()))
                .toList();
        var byOthers = taken.stream()
                .filter(it -> !wasOverBefore(it, row))
                .anyMatch(it -> !isSender(it.takenBy.orElseThrow(), row));
        var bySender = taken.stream().anyMatch(it -> isSender(it.takenBy.orElseThrow(), row));

        return switch (row.state()) {
            case "DONE" -> byOthers ? Optional.empty() : Optional.of("nobody else has taken it");
            case "RETURNED" -> bySender || hadIt(row) ? Optional.empty() : Optional.of("the sender has not got it");
            case "TAKEN_BACK" -> byOthers ? Optional.of("somebody else has taken it")
                    : bySender || hadIt(row) ? Optional.empty() : Optional.of("the sender had not got it");
            case "CONVERSATION_OVER" -> conversation(row).isOpen() ? Optional.of("it is open") : Optional.empty();
            default -> byOthers ? Optional.of("somebody has taken it") : Optional.empty();
        };
    }

    private static boolean isSender(WorkerSid worker, Row row) {
        return worker.value().equals(row.senderWorker());
    }

    /** Whoever had taken it has left before it was known. */
    private static boolean wasOverBefore(Job job, Row row) {
        return !row.state().equals("DONE") && job.endedAt.filter(it -> !it.isAfter(row.endedAt().orElseThrow()))
                .isPresent();
    }

    /** Whether the sender was in with their own task when it ended, or left it only on purpose. */
    private boolean hadIt(Row row) {
        var task = world.jobs.get(new TaskSid(row.task()));
        return !task.status.hasEnded() || task.endedAt.filter(it -> !it.isBefore(row.endedAt().orElseThrow()))
                .isPresent();
    }

    private Chat conversation(Row row) {
        return world.jobs.get(new TaskSid(row.task())).chat;
    }

    private Optional<String> doublesRequest() {
        return rows().stream()
                .collect(Collectors.groupingBy(it -> it.sender() + it.request(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(it -> it.getValue() > 1)
                .findFirst()
                .map(it -> it.getKey() + " was made twice");
    }

    private Optional<String> deceives() {
        return new Truth(world, records).firstLie(clicks.all);
    }

    private List<Row> rows() {
        return new ArrayList<>(records.all());
    }

    private static String sids(List<Job> jobs) {
        return jobs.stream().map(it -> it.sid.value()).collect(Collectors.joining(", "));
    }
}
