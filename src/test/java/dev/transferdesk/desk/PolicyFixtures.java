package dev.transferdesk.desk;

import static dev.transferdesk.desk.Fixtures.ago;

import dev.transferdesk.audit.AuditEntry;
import dev.transferdesk.desk.LadderCheck.Complaint;
import dev.transferdesk.desk.PageStates.State;
import dev.transferdesk.desk.TargetChoices.Choice;
import dev.transferdesk.settings.StandardLadder;
import dev.transferdesk.settings.TransferPolicy;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import dev.transferdesk.settings.UndoWindow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What administrators may see of what happens to a transfer. */
final class PolicyFixtures {

    static final String BILLING = "WQ" + "b".repeat(32);
    static final String LONG_QUEUE = "WQ" + "c".repeat(32);
    static final String ANA = "WK" + "a".repeat(32);
    static final String GONE = "WQ" + "d".repeat(32);

    static final TargetChoices CHOICES = new TargetChoices(
            List.of(new Choice(BILLING, "Billing"),
                    new Choice(LONG_QUEUE,
                            "Billing and Collections, Second Level, EMEA and all the rest of the world")),
            List.of(new Choice(ANA, "Ana Ruiz"), new Choice("WK" + "e".repeat(32), "דנה כהן")), true);
    static final TargetChoices NONE = new TargetChoices(List.of(), List.of(), false);

    static final StandardLadder USUAL = ladder(List.of(), Optional.empty());
    static final StandardLadder LONG = ladder(List.of(new NextRung(BILLING, Duration.ofMinutes(3)),
            new NextRung(ANA, Duration.ofSeconds(40)), new NextRung(LONG_QUEUE, Duration.ofHours(24))),
            Optional.of(LONG_QUEUE));
    static final StandardLadder WITH_GONE = ladder(List.of(new NextRung(GONE, Duration.ofMinutes(3))),
            Optional.of(GONE));

    static final List<AuditEntry> CHANGES = List.of(
            new AuditEntry(ago(30), "ada", "ladder.then", "", "Billing 3 min, Ana Ruiz 40 s, "
                    + "Billing and Collections, Second Level, EMEA and all the rest of the world 24 h"),
            new AuditEntry(ago(30), "ada", "fallback-queue", "Billing", ""),
            new AuditEntry(ago(50), "ada", "release", "on-accept", "immediately"),
            new AuditEntry(ago(90), "ada", "multi_participant", "true", "false"),
            new AuditEntry(ago(90_000), "ada", "cold_transfer", "false", "true"));

    private PolicyFixtures() {}

    static DialogLadder usualDialog() {
        return new DialogLadder(40, 180, List.of(new DialogLadder.Rung(BILLING, "Billing", 180)), 60, "Everyone",
                "on-accept", CHOICES);
    }

    static DialogLadder longDialog() {
        return new DialogLadder(40, 180,
                List.of(new DialogLadder.Rung(LONG_QUEUE, CHOICES.nameOf(LONG_QUEUE), 86_400),
                        new DialogLadder.Rung(ANA, "Ana Ruiz", 95), new DialogLadder.Rung(GONE, GONE, 180),
                        new DialogLadder.Rung(BILLING, "Billing", 180)),
                60, CHOICES.nameOf(LONG_QUEUE), "immediately", CHOICES);
    }

    static State usual(State page) {
        return with(page, Release.ON_ACCEPT, USUAL, LadderView.of(USUAL), CHOICES);
    }

    static State longLadder(State page) {
        return with(page, Release.IMMEDIATELY, LONG, LadderView.of(LONG), CHOICES);
    }

    static State refused(State page) {

        var typed = new LinkedHashMap<>(LadderForm.of(LONG).values());
        typed.put("agent", "soon");
        typed.put("time2", "4");
        var time = new Complaint("TIME", 5L, 3600L, "1 h");

        return with(page, Release.IMMEDIATELY, LONG,
                LadderView.of(new LadderForm("", typed), Map.of("agent", time, "time2", time,
                        "then3", new Complaint("UNKNOWN_TARGET"), "fallback", new Complaint("UNKNOWN_QUEUE"))),
                CHOICES);
    }

    static State outdated(State page) {
        return with(page, Release.ON_ACCEPT, LONG, LadderView.outdated(LadderForm.of(USUAL), LONG),
                CHOICES);
    }

    static State gone(State page) {
        return with(page, Release.IMMEDIATELY, WITH_GONE, LadderView.of(WITH_GONE), CHOICES);
    }

    static State unreachable(State page) {
        return with(page, Release.ON_ACCEPT, LONG, LadderView.of(LONG), NONE)
                .with("complaint", new Complaint("UNKNOWN_CHOICE"))
                .with("undoTyped", "11");
    }

    private static State with(State page, Release release, StandardLadder ladder, LadderView view,
            TargetChoices choices) {
        return page.with("policy", policy(release, ladder)).with("ladder", view).with("choices", choices);
    }

    private static TransferPolicy policy(Release release, StandardLadder ladder) {
        return new TransferPolicy(release, ladder.agent(), ladder.queue(), ladder.then(), ladder.sender(),
                ladder.fallbackQueue(), WatchdogPolicy.FALLBACK_QUEUE,
                UndoWindow.of(release == Release.IMMEDIATELY ? "5" : "0").orElseThrow());
    }

    private static StandardLadder ladder(List<NextRung> then, Optional<String> fallback) {
        return new StandardLadder(Duration.ofSeconds(40), Duration.ofMinutes(3), then, Duration.ofSeconds(60),
                fallback);
    }
}
