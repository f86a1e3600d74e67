package dev.transferdesk.watchdog;

import dev.transferdesk.conversation.InviteEntries;
import dev.transferdesk.conversation.InviteEntries.Settlement;
import dev.transferdesk.events.Hearing;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Clears invites out of conversations' attributes whose task has ended, whoever wrote them: they would forbid every later
 * transfer. Each minute up to {@value #AT_A_TIME} conversations are looked at, with a call each and one for each invite in
 * them: first those that had some when they were last looked at, then those that were not looked at for the longest time.
 */
@Component
class DeadInvites {

    static final int AT_A_TIME = 20;

    /** Where we are told of what changes, and agents' pages see to what they show. */
    static final int AT_A_TIME_TOLD = 4;

    private static final Logger log = LoggerFactory.getLogger(DeadInvites.class);

    /** A task of which Twilio does not know may be too new. */
    private static final Duration MISSING_FOR = Duration.ofSeconds(30);

    private final KnownConversations known;
    private final InviteChecks checks;
    private final Conversations conversations;
    private final Tasks tasks;
    private final InviteEntries entries;
    private final TransferHistory transfers;
    private final Findings findings;
    private final Hearing hearing;
    private final Clock clock;

    DeadInvites(KnownConversations known, InviteChecks checks, Conversations conversations, Tasks tasks,
            InviteEntries entries, TransferHistory transfers, Findings findings, Hearing hearing, Clock clock) {
        this.known = known;
        this.checks = checks;
        this.conversations = conversations;
        this.tasks = tasks;
        this.entries = entries;
        this.transfers = transfers;
        this.findings = findings;
        this.hearing = hearing;
        this.clock = clock;
    }

    /** @throws TwilioException when Twilio can't be asked; the rest is left for the next time */
    void check() {

        var calls = hearing.isTold() ? AT_A_TIME_TOLD : AT_A_TIME;

        for (var conversation : checks.due(calls)) {
            if (calls <= 0) {
                return;
            }
            calls -= known.find(conversation).map(this::check).orElse(0);
        }
    }

    /** @return how many calls it took */
    private int check(KnownConversation it) {

        if (transfers.isAnyoneComing(it.sid())) {
            checks.checked(it.sid(), true);
            return 0;
        }

        var listed = listed(it.sid());
        var missing = new ArrayList<TaskSid>();
        var ended = new ArrayList<TaskSid>();

        for (var task : listed) {
            tasks.find(task).ifPresentOrElse(found -> {
                if (found.status().hasEnded() || isOver(task)) {
                    ended.add(task);
                }
            }, () -> missing.add(task));
        }

        checks.checked(it.sid(), !listed.isEmpty());
        clear(it, ended, missing);

        return 1 + listed.size();
    }

    private void clear(KnownConversation it, List<TaskSid> ended, List<TaskSid> missing) {

        checks.missing(it.sid(), !missing.isEmpty());

        if (it.inviteMissingAt().filter(since -> !since.plus(MISSING_FOR).isAfter(clock.instant())).isPresent()) {
            ended.addAll(missing);
        }

        if (!ended.isEmpty()) {
            clear(it, ended);
        }
    }

    private void clear(KnownConversation it, List<TaskSid> dead) {

        var settlement = entries.settle(it.sid(), List.of(), dead);

        if (settlement == Settlement.SETTLED) {
            findings.settled(it, Repair.Kind.DEAD_INVITE, Repair.Action.ENTRY_REMOVED,
                    dead.stream().map(TaskSid::value).collect(Collectors.joining(", ")));
        } else {
            log.debug("The ended invites of {} are left for later: {}", it.sid(), settlement);
        }
    }

    private List<TaskSid> listed(ConversationSid conversation) {
        return conversations.fetch(conversation)
                .attributes()
                .path("invites")
                .properties()
                .stream()
                .filter(it -> it.getValue().isObject())
                .map(Map.Entry::getKey)
                .flatMap(it -> TaskSid.parse(it).stream())
                .filter(it -> !isSettling(it))
                .toList();
    }

    /** An older copy of the attributes, written back, brings entries back as well. */
    private boolean isOver(TaskSid task) {
        return transfers.behind(task).filter(it -> !it.isOpen()).isPresent();
    }

    /** Of an invite of ours that is just over, the transfer removes the entry itself. */
    private boolean isSettling(TaskSid task) {
        return transfers.behind(task).filter(it -> !it.entrySettled()).isPresent();
    }
}
