package dev.transferdesk.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** Sends what happens to the sinks that somebody has subscribed. Called while the state is locked. */
@Component
class EventStreams implements AutoCloseable {

    private final Map<String, SinkDelivery> deliveries = new ConcurrentHashMap<>();
    private final State state;
    private final SandboxClock clock;
    private final Faults faults;
    private final WebhookLog log;
    private final WebhookSignature signature;

    EventStreams(State state, SandboxClock clock, Credentials credentials, Faults faults, WebhookLog log) {
        this.state = state;
        this.clock = clock;
        this.faults = faults;
        this.log = log;
        this.signature = new WebhookSignature(credentials.authToken());
    }

    boolean wants(String type) {
        return state.subscriptions.stream().anyMatch(one -> one.types.contains(type));
    }

    void taskRouter(Map<String, String> form) {
        send(CloudEvent.ofTaskRouter(form, clock.instant()));
    }

    void conversations(Map<String, String> form) {
        send(CloudEvent.ofConversations(form));
    }

    private void send(CloudEvent event) {
        state.subscriptions.stream()
                .filter(one -> one.types.contains(event.type()))
                .map(one -> state.sinks.get(one.sinkSid))
                .distinct()
                .forEach(sink -> deliveries
                        .computeIfAbsent(sink.sid, _ -> new SinkDelivery(sink, signature, faults, log))
                        .send(event.type(), event.json(clock.instant())));
    }

    @Override
    public void close() {
        deliveries.values().forEach(SinkDelivery::close);
    }
}
