package dev.transferdesk.histories;

import dev.transferdesk.conversation.AgentTask;
import dev.transferdesk.conversation.AgentTasks;
import dev.transferdesk.conversation.Offer;
import dev.transferdesk.conversation.Offers;
import dev.transferdesk.histories.Records.Row;
import dev.transferdesk.histories.Trouble.Plan;
import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.IdentityFixture;
import dev.transferdesk.transfer.CancellationService;
import dev.transferdesk.transfer.DepartureService;
import dev.transferdesk.transfer.Supervision;
import dev.transferdesk.transfer.TransferKind;
import dev.transferdesk.transfer.TransferRequest;
import dev.transferdesk.transfer.TransferService;
import dev.transferdesk.twilio.Participant;
import dev.transferdesk.twilio.TaskSid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

/** Agents at the desk. */
final class Clicks {

    final List<Click> all = new ArrayList<>();

    private final World world;
    private final Story story;
    private final Desks desks;
    private final Records records;
    private final List<Sent> sent = new ArrayList<>();

    Clicks(World world, Story story, Desks desks, Records records) {
        this.world = world;
        this.story = story;
        this.desks = desks;
        this.records = records;
    }

    private record Sent(Step.Kind kind, Staff who, TaskSid task, String target, String request) {}

    void send(Step.Kind kind, Random chance, Plan plan) {
        holder(chance).ifPresent(job -> {
            var target = Outside.any(Staff.targets(), chance).orElseThrow();
            var it = new Sent(kind, Staff.of(job.takenBy.orElseThrow()), job.sid, target, "r" + (sent.size() + 1));
            sent.add(it);
            send(it, chance, plan);
        });
    }

    void repeat(Random chance, Plan plan) {
        Outside.any(sent.subList(Math.max(0, sent.size() - 3), sent.size()), chance)
                .ifPresent(it -> send(it, chance, plan));
    }

    private void send(Sent it, Random chance, Plan plan) {
        var kind = it.kind() == Step.Kind.TRANSFER ? TransferKind.COLD : TransferKind.INVITE;
        ask(it.kind(), it.who(), it.task(), it.request(), "%s of %s to %s (%s)".formatted(kind, it.task(),
                Staff.nameOf(it.target()), it.request()), chance, plan,
                (process, task) -> process.part(TransferService.class)
                        .start(kind, task, account(it.who()), new TransferRequest(it.target(), "", it.request())));
    }

    void cancel(Random chance, Plan plan) {
        heldBack(chance).ifPresentOrElse(it -> undo(it, chance, plan), () -> cancelInvite(chance, plan));
    }

    private void cancelInvite(Random chance, Plan plan) {
        holder(chance).ifPresent(job -> Outside.any(invited(job), chance).ifPresent(invited -> {
            var who = Staff.of(job.takenBy.orElseThrow());
            ask(Step.Kind.CANCEL, who, job.sid, invited, "cancels " + invited, chance, plan,
                    (process, task) -> process.part(CancellationService.class)
                            .cancelInvite(task, new TaskSid(invited), account(who)));
        }));
    }

    void takeBack(Random chance, Plan plan) {
        heldBack(chance).ifPresentOrElse(it -> undo(it, chance, plan), () -> takeBackOpen(chance, plan));
    }

    private void takeBackOpen(Random chance, Plan plan) {
        Outside.any(records.all().stream().filter(it -> it.cold() && it.isOpen()).toList(), chance).ifPresent(row -> {
            var job = world.jobs.get(new TaskSid(row.task()));
            Staff.of(row.senderWorker())
                    .ifPresent(who -> ask(Step.Kind.TAKE_BACK, who, job.sid, row.id().toString(),
                            "takes back " + row.request(), chance, plan,
                            (process, task) -> process.part(CancellationService.class).takeBack(task, row.id())));
        });
    }

    /** What is held back when the page is loaded, and may have been sent when the button is pressed. */
    private Optional<Row> heldBack(Random chance) {
        return Outside.any(records.all().stream().filter(Row::isHeldBack).toList(), chance);
    }

    private void undo(Row row, Random chance, Plan plan) {
        Staff.of(row.senderWorker()).ifPresent(who -> {
            var process = desks.any(chance);
            story.tell("%s (%s): undoes %s".formatted(who, process.name(), row.request()));
            record(new Click(Step.Kind.TAKE_BACK, who, new TaskSid(row.task()), row.id().toString(),
                    desks.ask(process, plan,
                            () -> process.part(CancellationService.class).takeBack(row.id(), account(who))),
                    world.clock.instant()));
        });
    }

    void leave(Random chance, Plan plan) {
        holder(chance).ifPresent(job -> {
            var who = Staff.of(job.takenBy.orElseThrow());
            ask(Step.Kind.LEAVE, who, job.sid, "", "leaves " + job.chat.customer, chance, plan,
                    (process, task) -> process.part(DepartureService.class).leave(task, account(who)));
        });
    }

    void remove(Random chance, Plan plan) {
        holder(chance).ifPresent(job -> Outside.any(others(job), chance).ifPresent(other -> {
            var who = Staff.of(job.takenBy.orElseThrow());
            ask(Step.Kind.REMOVE, who, job.sid, other.task().orElseThrow().value(),
                    "removes %s from %s".formatted(Staff.of(other.worker().orElseThrow()), job.chat.customer), chance,
                    plan, (process, task) -> process.part(DepartureService.class)
                            .remove(task, other.sid(), account(who)));
        }));
    }

    /** What a supervisor may do with a transfer that is under way. */
    void supervise(Random chance, Plan plan) {
        Outside.any(records.all().stream().filter(Row::isOpen).toList(), chance).ifPresent(row -> {
            var sam = account(Staff.ERIN);
            var what = chance.nextInt(4);
            var process = desks.any(chance);
            story.tell("a supervisor (%s): %s %s".formatted(process.name(), row.request(),
                    List.of("retry", "return", "to queue", "give up").get(what)));
            story.tell("  -> " + desks.ask(process, plan, () -> {
                var supervision = process.part(Supervision.class);
                return switch (what) {
                    case 0 -> supervision.retry(row.id(), sam);
                    case 1 -> supervision.returnToSender(row.id(), sam);
                    case 2 -> supervision.sendToQueue(row.id(), Staff.Team.SUPPORT.queue(), sam);
                    default -> supervision.giveUp(row.id(), "no use", sam);
                };
            }).orElse("(no answer)"));
        });
    }

    /** Whoever is asked answers at the desk. */
    void answer(Random chance, Plan plan) {
        Outside.any(world.jobs.values().stream().flatMap(it -> it.standing().stream()).toList(), chance)
                .ifPresent(it -> {
                    var who = Staff.of(it.worker());
                    var process = desks.any(chance);
                    var accepts = chance.nextInt(3) > 0;
                    story.tell("%s (%s): %s %s".formatted(who, process.name(), accepts ? "accepts" : "declines",
                            it.task()));
                    story.tell("  -> " + desks.ask(process, plan, () -> process.part(AgentTasks.class)
                            .findOffer(it.sid(), who.worker())
                            .<Object>map(offer -> answer(process, offer, who, accepts))
                            .orElse("404")).orElse("(no answer)"));
                });
    }

    private static boolean answer(DeskProcess process, Offer offer, Staff who, boolean accepts) {
        var offers = process.part(Offers.class);
        return accepts ? offers.accept(offer, who.identity()) : offers.decline(offer, who.identity());
    }

    private void ask(Step.Kind kind, Staff who, TaskSid task, String about, String words, Random chance, Plan plan,
            BiFunction<DeskProcess, AgentTask, Object> request) {

        var process = desks.any(chance);
        story.tell("%s (%s): %s".formatted(who, process.name(), words));

        var answer = desks.ask(process, plan,
                () -> process.part(AgentTasks.class)
                        .find(task, who.worker())
                        .<Object>map(it -> request.apply(process, it))
                        .orElse("404"));
        record(new Click(kind, who, task, about, answer, world.clock.instant()));
    }

    private void record(Click click) {
        all.add(click);
        if (story.isTold()) {
            story.tell("  -> " + click.answer().map(Clicks::words).orElse("(no answer)"));
        }
    }

    private static String words(Object answer) {
        var text = answer instanceof Throwable it ? it.toString() : answer.toString();
        return answer.getClass().getSimpleName() + " " + text.substring(0, Math.min(100, text.length()));
    }

    private Optional<Job> holder(Random chance) {
        return Outside.any(world.jobs.values().stream().filter(Job::isAssigned).toList(), chance);
    }

    private List<String> invited(Job job) {
        var found = new ArrayList<>(Outside.entries(job.chat));
        records.all()
                .stream()
                .filter(it -> !it.cold() && it.conversation().equals(job.chat.conversation.value()))
                .map(Row::invitedTask)
                .flatMap(Optional::stream)
                .forEach(found::add);
        return found;
    }

    private List<Participant> others(Job job) {
        return job.chat.now()
                .participants()
                .stream()
                .filter(it -> !it.worker().equals(job.takenBy))
                .toList();
    }

    private static Agent account(Staff who) {
        return IdentityFixture.anAgent(who.identity(), who.title(), who.worker());
    }
}
