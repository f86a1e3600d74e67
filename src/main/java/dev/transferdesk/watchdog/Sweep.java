package dev.transferdesk.watchdog;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.Task.Status;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.watchdog.KnownConversations.Outline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Looks through all tasks of the workspace, with one call for every thousand: remembers their conversations, and finds
 * those that no live task refers to any more. Tasks that ended within five minutes are looked through as well, so that
 * what came and went in between, or while nobody swept, is not missed.
 */
@Component
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    /** Of those who have a conversation, and are not known yet; a call each. */
    private static final int AGENTS_ASKED_FOR = 4;

    /** Of each standing, because it may change without a task; up to four calls each. */
    private static final int LOOKED_AT_AGAIN = 1;
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(2);

    private static final Duration CLOSED_KEPT = Duration.ofDays(1);

    private final Tasks tasks;
    private final KnownConversations known;
    private final Repairs repairs;
    private final Findings findings;
    private final Agents agents;
    private final Comparison comparison;
    private final Clock clock;

    Sweep(Tasks tasks, KnownConversations known, Repairs repairs, Findings findings, Agents agents,
            Comparison comparison, Clock clock) {
        this.tasks = tasks;
        this.known = known;
        this.repairs = repairs;
        this.findings = findings;
        this.agents = agents;
        this.comparison = comparison;
        this.clock = clock;
    }

    /**
     * @return the conversations to be looked at
     * @throws dev.transferdesk.twilio.TwilioException when Twilio can't be asked; all is as it was then
     */
    Set<ConversationSid> run() {

        var found = comparison.with(() -> tasks.in(EnumSet.allOf(Status.class)))
                .stream()
                .flatMap(it -> Seen.of(it).stream())
                .collect(Collectors.groupingBy(it -> it.task().conversation()));
        var before = known.outlines();

        found.forEach((conversation, seen) -> rememberIfPossible(seen, before.get(conversation)));
        before.values().stream().filter(it -> !isLive(found.get(it.conversation()))).forEach(this::isGone);
        repairs.lasting(Repair.Kind.ORPHANED).forEach(it -> attended(it, found.getOrDefault(it, List.of())));
        askForAgents(found, before);
        known.forgetClosed(clock.instant().minus(CLOSED_KEPT));

        return toLookAt();
    }

    /** Whatever somebody has put into one task must not hide the others. */
    private void rememberIfPossible(List<Seen> seen, @Nullable Outline before) {
        try {
            remember(seen, before);
        } catch (DataIntegrityViolationException odd) {
            log.warn("The conversation of {} can't be remembered: {}", seen.getFirst().task().task(),
                    odd.getClass().getSimpleName());
        }
    }

    private void remember(List<Seen> seen, @Nullable Outline before) {

        var latest = seen.stream().max(Comparator.comparing(Seen::isLive).thenComparing(Seen::order)).orElseThrow();
        var conversation = latest.task().conversation();

        if (before == null) {
            known.add(latest.task(), isLive(seen) ? Standing.LIVE : Standing.UNCLEAR);
            return;
        }

        if (!before.task().equals(latest.task().task())) {
            known.describe(latest.task());
        }

        if (isLive(seen) && before.standing() != Standing.LIVE) {
            known.stands(conversation, Standing.LIVE);
        }
    }

    private void isGone(Outline before) {
        if (before.standing() == Standing.LIVE) {
            known.stands(before.conversation(), Standing.UNCLEAR);
        }
    }

    private void attended(ConversationSid conversation, List<Seen> seen) {
        if (seen.stream().anyMatch(Seen::isTaken)) {
            findings.over(conversation, Repair.Kind.ORPHANED);
        }
    }

    private void askForAgents(Map<ConversationSid, List<Seen>> found, Map<ConversationSid, Outline> before) {

        var unknown = before.values()
                .stream()
                .filter(it -> !it.agentKnown())
                .map(Outline::task)
                .collect(Collectors.toSet());

        found.values()
                .stream()
                .flatMap(List::stream)
                .filter(it -> it.isTaken() && unknown.contains(it.task().task()))
                .limit(AGENTS_ASKED_FOR)
                .forEach(it -> agents.learn(it.task().task()));
    }

    private Set<ConversationSid> toLookAt() {

        var before = clock.instant().minus(AGAIN_AFTER);
        var chosen = new LinkedHashSet<>(known.unclear());
        EnumSet.of(Standing.ALONE, Standing.RESTING, Standing.ATTENDED)
                .forEach(it -> chosen.addAll(known.settled(it, before, LOOKED_AT_AGAIN)));

        return chosen;
    }

    private static boolean isLive(@Nullable List<Seen> seen) {
        return seen != null && seen.stream().anyMatch(Seen::isLive);
    }

    /** A conversation's task as the sweep has found it. */
    private record Seen(ConversationTask task, Task whole) {

        static Optional<Seen> of(Task task) {
            return ConversationTask.of(task).map(it -> new Seen(it, task));
        }

        boolean isLive() {
            return LiveTasks.LIVE.contains(whole.status());
        }

        boolean isTaken() {
            return whole.status() == Status.ASSIGNED || whole.status() == Status.WRAPPING;
        }

        Instant order() {
            return whole.createdAt();
        }
    }
}
