package dev.transferdesk.sandbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/** Somebody in a conversation, by chat identity or by an address outside. */
final class ConversationParticipant extends Resource {

    final @Nullable String identity;
    final @Nullable ObjectNode binding;
    private String attributes = "{}";
    private String role;
    private @Nullable Integer lastRead;
    private @Nullable Instant lastReadAt;

    ConversationParticipant(String sid, Instant created, @Nullable String identity, @Nullable ObjectNode binding,
            String role) {
        super(sid, created);
        this.identity = identity;
        this.binding = binding;
        this.role = role;
    }

    String attributes() {
        return attributes;
    }

    String role() {
        return role;
    }

    @Nullable
    Integer lastRead() {
        return lastRead;
    }

    @Nullable
    Instant lastReadAt() {
        return lastReadAt;
    }

    /** The identity, or the address where there is none. */
    String author() {
        return identity != null ? identity : address();
    }

    String address() {
        return binding == null ? "" : binding.path("address").asString("");
    }

    String proxyAddress() {
        return binding == null ? "" : binding.path("proxy_address").asString("");
    }

    void describe(String attributes) {
        this.attributes = attributes;
    }

    void play(String role) {
        this.role = role;
    }

    void read(int index, Instant at) {
        lastRead = index;
        lastReadAt = at;
    }
}
