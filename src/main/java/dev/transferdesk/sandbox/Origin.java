package dev.transferdesk.sandbox;

/** Who changes a conversation, which decides whether anybody is told. */
enum Origin {
    /** A chat client, or a message from outside. */
    SDK,
    /** A REST call that asked for webhooks. */
    API,
    /** Everything else. */
    QUIET;

    boolean raisesWebhooks() {
        return this != QUIET;
    }
}
