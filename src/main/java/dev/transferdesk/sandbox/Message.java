package dev.transferdesk.sandbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One message of a conversation. */
final class Message extends Resource {

    final int index;
    final String author;
    final @Nullable String participantSid;
    private String body;
    private String attributes = "{}";

    Message(String sid, Instant created, int index, String author, @Nullable String participantSid, String body) {
        super(sid, created);
        this.index = index;
        this.author = author;
        this.participantSid = participantSid;
        this.body = body;
    }

    String body() {
        return body;
    }

    String attributes() {
        return attributes;
    }

    void rewrite(String body) {
        this.body = body;
    }

    void describe(String attributes) {
        this.attributes = attributes;
    }
}
