package dev.transferdesk.histories;

import dev.transferdesk.transfer.Cancellation;
import dev.transferdesk.transfer.Departure;
import dev.transferdesk.transfer.TransferOutcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares what people were told with what happened. */
final class Truth {

    private final World world;
    private final Records records;

    Truth(World world, Records records) {
        this.world = world;
        this.records = records;
    }

    Optional<String> firstLie(List<Click> clicks) {
        return clicks.stream()
                .flatMap(click -> lie(click, clicks).map(
                        it -> "%s of %s was told %s, but %s".formatted(click.kind(), click.who(),
                                click.answer().orElseThrow().getClass().getSimpleName(), it))
                        .stream())
                .findFirst();
    }

    private Optional<String> lie(Click click, List<Click> clicks) {
        return switch (click.answer().orElse("")) {
            case TransferOutcome.Started _,TransferOutcome.Checking _ -> onRecord(click) ? Optional.empty()
                    : Optional.of("it is on no record");
            case TransferOutcome.Failed _ -> taken(click) ? Optional.of("somebody has taken it") : Optional.empty();
            case TransferOutcome.Refused _ ->
                onRecord(click) && isLast(click, clicks) ? Optional.of("it was made") : Optional.empty();
            case Cancellation.Cancelled _,Cancellation.TakenBack _ -> calledOff(click);
            case Cancellation.Undone _ -> sent(click) ? Optional.of("it was sent") : Optional.empty();
            case Cancellation.AlreadyJoined _ -> joined(click);
            case Departure.Out _ -> out(click) ? Optional.empty() : Optional.of("is still in");
            default -> Optional.empty();
        };
    }

    private boolean onRecord(Click click) {
        return records.all()
                .stream()
                .anyMatch(it -> it.request().equals(click.about()) && it.sender().equals(click.who().identity()));
    }

    /** What was refused may be allowed when it is asked for again. */
    private static boolean isLast(Click click, List<Click> clicks) {
        return clicks.stream().filter(it -> it.about().equals(click.about())).toList().getLast() == click;
    }

    private boolean taken(Click click) {
        return records.all()
                .stream()
                .filter(it -> it.request().equals(click.about()) && it.sender().equals(click.who().identity()))
                .anyMatch(it -> isTaken(it.id().toString()));
    }

    private Optional<String> calledOff(Click click) {
        return isTakenByOthers(transferOf(click), click.who()) ? Optional.of("somebody has taken it")
                : Optional.empty();
    }

    private boolean sent(Click click) {
        return world.jobs.values().stream().anyMatch(it -> it.transfer().equals(click.about()));
    }

    private Optional<String> joined(Click click) {
        return isTaken(transferOf(click)) ? Optional.empty() : Optional.of("nobody has taken it");
    }

    /** Of the plug-in's invites, the task itself stands for it. */
    private String transferOf(Click click) {
        try {
            return UUID.fromString(click.about()).toString();
        } catch (IllegalArgumentException invitedTask) {
            return world.jobs.values()
                    .stream()
                    .filter(it -> it.sid.value().equals(click.about()))
                    .findFirst()
                    .map(Job::transfer)
                    .filter(it -> !it.isEmpty())
                    .orElse(click.about());
        }
    }

    private boolean isTakenByOthers(String transferOrTask, Staff who) {
        return world.jobs.values()
                .stream()
                .filter(it -> it.transfer().equals(transferOrTask) || it.sid.value().equals(transferOrTask))
                .flatMap(it -> it.takenBy.stream())
                .anyMatch(it -> !it.equals(who.worker()));
    }

    private boolean isTaken(String transferOrTask) {
        return world.jobs.values()
                .stream()
                .filter(it -> it.transfer().equals(transferOrTask) || it.sid.value().equals(transferOrTask))
                .anyMatch(it -> it.takenBy.isPresent());
    }

    private boolean out(Click click) {
        var task = click.kind() == Step.Kind.LEAVE ? click.task().value() : click.about();
        return world.jobs.values().stream().filter(it -> it.sid.value().equals(task)).noneMatch(Job::isAssigned);
    }
}
