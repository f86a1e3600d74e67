package dev.transferdesk.conversation;

import dev.transferdesk.conversation.Person.Role;
import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.events.Hearing;
import dev.transferdesk.events.Hearing.Subject;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.Conversations;
import dev.transferdesk.twilio.Message;
import dev.transferdesk.twilio.Remembered;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was said in which conversation. Nothing of it is stored. */
@Component
public class Transcripts {

    private static final int PAGE = 30;

    private final Conversations conversations;
    private final Directory directory;
    private final Remembered<ConversationSid, List<Message>> latest;

    Transcripts(Conversations conversations, Directory directory, FreshnessProperties freshness, Hearing hearing,
            Clock clock) {
        this.conversations = conversations;
        this.directory = directory;
        this.latest = new Remembered<>(clock, freshness.ofEvents(),
                hearing.keeping(Subject.CONVERSATIONS, freshness.told(), Stream::of),
                it -> conversations.latestMessages(it, PAGE));
    }

    /** The newest page. */
    public Transcript latest(AgentTask task) {
        return page(latest.get(task.conversation()), task.customer());
    }

    /** The end of what was said, for whoever is asked to take the conversation. */
    public List<Line> last(Offer offer, int count) {

        var messages = latest.get(offer.conversation());

        return messages.stream()
                .skip(Math.max(0, messages.size() - count))
                .map(it -> line(it, offer.customer()))
                .toList();
    }

    /**
     * What was said after a message that a page has already, 5,000 messages at most.
     *
     * @param index of that message; {@link Integer#MAX_VALUE} for nothing at all
     */
    public List<Line> since(AgentTask task, int index) {

        var newest = latest.get(task.conversation());
        var missed = newest.isEmpty() ? 0 : newest.getLast().index() - index;
        var all = missed <= newest.size() ? newest
                : conversations.messagesAfter(task.conversation(), index);

        return page(all, task.customer()).lines().stream().filter(it -> it.index() > index).toList();
    }

    /** The page right before a message. */
    public Transcript before(AgentTask task, int index) {
        return page(conversations.messagesBefore(task.conversation(), index, PAGE), task.customer());
    }

    /** The newest message, as the list of conversations shows it; nothing of a conversation that Twilio has deleted. */
    public Optional<Message> newest(ConversationSid conversation) {
        try {
            var messages = latest.get(conversation);
            return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast());
        } catch (TwilioException failed) {
            if (failed.is(Kind.NOT_FOUND)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** Something was said: the next answer is a new one. */
    void forget(ConversationSid conversation) {
        latest.forget(conversation);
    }

    private Transcript page(List<Message> messages, Customer customer) {

        var lines = messages.stream().map(it -> line(it, customer)).toList();

        return new Transcript(lines, messages.size() == PAGE && messages.getFirst().index() > 0);
    }

    private Line line(Message message, Customer customer) {

        var worker = author(message);
        var role = worker.map(_ -> Role.AGENT)
                .or(() -> message.member().map(_ -> Role.CUSTOMER));
        var name = worker.map(DirectoryWorker::name)
                .orElseGet(() -> message.member().isPresent() ? customer.name() : message.author());

        return new Line(message.index(), name, role, worker.map(DirectoryWorker::sid), message.body(),
                message.attachments(), message.sentAt());
    }

    private Optional<DirectoryWorker> author(Message message) {
        try {
            return directory.workerWriting(message.author());
        } catch (TwilioException unavailable) {
            return Optional.empty();
        }
    }
}
