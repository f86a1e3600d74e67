package dev.transferdesk.sandbox;

/** Delivers webhooks. Called while the state is locked, so that the order is kept: queue it and return. */
interface Outbox {

    void send(Callback callback);
}
