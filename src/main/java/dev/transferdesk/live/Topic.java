package dev.transferdesk.live;

import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.WorkerSid;

/**
 * Something that pages want to be told of.
 *
 * @param key which one of its kind; empty where there is but one
 */
public record Topic(Kind kind, String key) {

    /** What concerns whoever is signed in, such as a switch. */
    public static final Topic EVERYBODY = new Topic(Kind.EVERYBODY, "");

    /** Every transfer there is. */
    public static final Topic TRANSFERS = new Topic(Kind.TRANSFERS, "");

    /** Who can be asked: for pages on which somebody chooses, which are told of it apart from everything else. */
    public static final Topic PEOPLE = new Topic(Kind.PEOPLE, "");

    /** Of what a topic may be. */
    public enum Kind {
        EVERYBODY, TRANSFERS, PEOPLE, WORKER, SENDER, CONVERSATION
    }

    /** What a worker has, is offered, and is doing. */
    public static Topic worker(WorkerSid worker) {
        return new Topic(Kind.WORKER, worker.value());
    }

    /** What became of what a user has sent. */
    public static Topic sender(String username) {
        return new Topic(Kind.SENDER, username);
    }

    /** Who is in a conversation, what was said, and who is asked into it. */
    public static Topic conversation(ConversationSid conversation) {
        return new Topic(Kind.CONVERSATION, conversation.value());
    }
}
