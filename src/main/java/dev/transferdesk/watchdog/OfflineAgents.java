package dev.transferdesk.watchdog;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.twilio.Conversation;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import dev.transferdesk.watchdog.OpenAgents.OpenAgent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells of conversations whose only agents have been offline for some time. They are let be: an agent may come back, and
 * taking a conversation from somebody is for supervisors. Costs a call for every thousand workers a minute, and two for each
 * of up to {@value #LOOKED_INTO} conversations, to see who else is in it.
 */
@Component
class OfflineAgents {

    static final int LOOKED_INTO = 3;

    private static final Logger log = LoggerFactory.getLogger(OfflineAgents.class);

    private final OpenAgents open;
    private final KnownConversations known;
    private final Directory directory;
    private final Conversations conversations;
    private final Repairs repairs;
    private final Findings findings;
    private final WatchdogProperties properties;
    private final Clock clock;

    OfflineAgents(OpenAgents open, KnownConversations known, Directory directory, Conversations conversations,
            Repairs repairs, Findings findings, WatchdogProperties properties, Clock clock) {
        this.open = open;
        this.known = known;
        this.directory = directory;
        this.conversations = conversations;
        this.repairs = repairs;
        this.findings = findings;
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws TwilioException when Twilio can't be asked; nothing changes then */
    void check() {

        var offline = directory.workers()
                .stream()
                .filter(it -> isOffline(it.presence()))
                .map(DirectoryWorker::sid)
                .collect(Collectors.toSet());

        open.all().stream().map(OpenAgent::agent).distinct().forEach(it -> note(it, offline.contains(it)));
        tell(open.all().stream().filter(this::isTooLong).toList());
    }

    /** An agent does something else since a moment ago. What can't be looked up now is by the next check. */
    void changed(WorkerSid agent) {
        if (open.has(agent)) {
            try {
                directory.presenceNow(agent).ifPresent(it -> note(agent, isOffline(it)));
            } catch (TwilioException failed) {
                log.debug("What {} does could not be looked up: {}", agent, failed.getMessage());
            }
        }
    }

    private void note(WorkerSid agent, boolean offline) {
        if (offline) {
            open.offline(agent);
        } else {
            open.online(agent);
        }
    }

    private void tell(List<OpenAgent> offline) {

        var told = Set.copyOf(repairs.lasting(Repair.Kind.AGENT_OFFLINE));
        var still = offline.stream().map(OpenAgent::conversation).collect(Collectors.toSet());

        told.stream()
                .filter(Predicate.not(still::contains))
                .forEach(it -> findings.over(it, Repair.Kind.AGENT_OFFLINE));
        offline.stream()
                .filter(it -> !told.contains(it.conversation()))
                .limit(LOOKED_INTO)
                .filter(it -> isLeftBy(it.conversation()))
                .forEach(this::tell);
    }

    private void tell(OpenAgent offline) {
        known.find(offline.conversation())
                .ifPresent(it -> findings.alert(it, Repair.Kind.AGENT_OFFLINE,
                        "%s is offline, and has the conversation".formatted(directory.nameOf(offline.agent()))));
    }

    private boolean isTooLong(OpenAgent agent) {
        return agent.offlineAt()
                .filter(since -> !since.plus(properties.offlineAfter()).isAfter(clock.instant()))
                .isPresent();
    }

    /** It goes on, and nobody else who is not offline is in it. */
    private boolean isLeftBy(ConversationSid conversation) {
        return conversations.fetch(conversation).state() == Conversation.State.ACTIVE
                && conversations.members(conversation)
                        .stream()
                        .flatMap(it -> it.identity().flatMap(directory::workerWriting).stream())
                        .allMatch(it -> isOffline(it.presence()));
    }

    private static boolean isOffline(Presence presence) {
        return presence.tone() == Presence.Tone.OFFLINE;
    }
}
