package dev.transferdesk.settings;

import dev.transferdesk.audit.AuditLog;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How administrators change what happens to a transfer. */
@Component
public class PolicySettings {

    private static final Logger log = LoggerFactory.getLogger(PolicySettings.class);

    private static final String RELEASE = "release";
    private static final String LADDER = "ladder";
    private static final String WATCHDOG = "watchdog";
    private static final String UNDO_WINDOW = "undo-window";

    private final StoredSettings stored;
    private final PolicyProperties initial;
    private final StandardLadder initialLadder;
    private final UndoWindow initialUndo;
    private final AuditLog audit;

    PolicySettings(StoredSettings stored, PolicyProperties initial, AuditLog audit) {
        this.stored = stored;
        this.initial = initial;
        this.initialLadder = ConfiguredLadder.of(initial);
        this.initialUndo = UndoWindow.configured(initial.undoWindow());
        this.audit = audit;
    }

    TransferPolicy current() {

        var stored = this.stored.all();

        return TransferPolicy.of(release(stored), ladder(stored), watchdog(stored), undo(stored));
    }

    /** The ladder that holds now. */
    public StandardLadder ladder() {
        return ladder(stored.all());
    }

    /** Changes the policy, unless it is so already. */
    public void change(Release release, String who) {
        change(RELEASE, release(stored.all()).key(), release.key(), who);
    }

    /** Changes the policy, unless it is so already. */
    public void change(WatchdogPolicy watchdog, String who) {
        change(WATCHDOG, watchdog(stored.all()).key(), watchdog.key(), who);
    }

    /** Changes how long transfers can be undone, unless it is so already. Those that are held back stay so as long as they were to. */
    public void change(UndoWindow undo, String who) {

        var before = undo(stored.all());

        if (!before.equals(undo)) {
            stored.store(UNDO_WINDOW, Long.toString(undo.seconds()), who);
            record(UNDO_WINDOW, inWords(before), inWords(undo), who);
        }
    }

    /**
     * Changes the ladder, unless somebody else did since it was looked at. The audit log names each part that differs.
     *
     * @param seen what is to be changed, by its {@linkplain StandardLadder#text() text}
     * @param names what to call a target in the audit log
     * @return whether the ladder is now as wanted
     */
    public boolean change(String seen, StandardLadder wanted, String who, UnaryOperator<String> names) {

        var before = Optional.ofNullable(stored.all().get(LADDER));
        var ladder = readable(before);

        if (!seen.equals(ladder.text())) {
            return false;
        }

        if (ladder.equals(wanted)) {
            return true;
        }

        var replaced = stored.replace(LADDER, before, wanted.text(), who);

        if (replaced) {
            new LadderChange(ladder, wanted, names).parts()
                    .forEach(it -> record(it.subject(), it.from(), it.to(), who));
        }

        return replaced;
    }

    private void change(String name, String before, String after, String who) {
        if (!before.equals(after)) {
            stored.store(name, after, who);
            record(name, before, after, who);
        }
    }

    private void record(String subject, String before, String after, String who) {
        audit.record(who, Settings.CHANGED, subject, before, after);
    }

    private Release release(Map<String, String> stored) {
        return Optional.ofNullable(stored.get(RELEASE)).flatMap(Release::of).orElse(initial.release());
    }

    private WatchdogPolicy watchdog(Map<String, String> stored) {
        return Optional.ofNullable(stored.get(WATCHDOG)).flatMap(WatchdogPolicy::of).orElse(initial.watchdog());
    }

    private UndoWindow undo(Map<String, String> stored) {
        return Optional.ofNullable(stored.get(UNDO_WINDOW)).flatMap(UndoWindow::of).orElse(initialUndo);
    }

    private static String inWords(UndoWindow undo) {
        return undo.seconds() + " s";
    }

    private StandardLadder ladder(Map<String, String> stored) {
        return readable(Optional.ofNullable(stored.get(LADDER)));
    }

    /** A transfer needs some ladder, also when somebody has spoilt the stored one. */
    private StandardLadder readable(Optional<String> stored) {
        try {
            return stored.map(LadderText::parse).orElse(initialLadder);
        } catch (IllegalArgumentException spoilt) {
            log.warn("The stored ladder can't be read, so the configured one holds: {}", spoilt.getMessage());
            return initialLadder;
        }
    }
}
