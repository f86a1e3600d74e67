package dev.transferdesk.sandbox;

import java.util.Map;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** Hires workers and keeps their profiles. */
@Component
class Workers {

    private static final int LONGEST_NAME = 64;
    private static final Map<String, Integer> CAPACITY = Map.of("voice", 1, "chat", 5, "sms", 5, "video", 1, "email",
            3, "default", 1);

    private final State state;
    private final SandboxClock clock;
    private final TaskRouterEvents events;

    Workers(State state, SandboxClock clock, TaskRouterEvents events) {
        this.state = state;
        this.clock = clock;
        this.events = events;
    }

    Worker create(String name, String attributes, Activity activity) {
        requireFree(name);
        var worker = add(Sid.random("WK"), name, parse(attributes), activity);
        events.worker("worker.created", worker);

        return worker;
    }

    Worker add(String sid, String name, ObjectNode attributes, Activity activity) {
        var worker = state.workers.add(new Worker(sid, clock.instant(), name, attributes, activity));
        state.taskChannels.stream()
                .map(channel -> new WorkerChannel(Sid.fixed("WC", sid + channel.uniqueName), clock.instant(), channel,
                        CAPACITY.getOrDefault(channel.uniqueName, 1)))
                .forEach(worker.channels()::add);

        return worker;
    }

    void describe(Worker worker, String attributes) {
        worker.describe(parse(attributes), clock.instant());
        events.worker("worker.attributes.update", worker);
    }

    void rename(Worker worker, String name) {
        if (!worker.friendlyName().equalsIgnoreCase(name)) {
            requireFree(name);
        }
        worker.rename(name, clock.instant());
    }

    void delete(Worker worker) {
        if (worker.activity().available) {
            throw Refusal.badParameter("A worker who is available cannot be deleted");
        }
        state.workers.remove(worker);
        events.worker("worker.deleted", worker);
    }

    private void requireFree(String name) {
        if (name.length() > LONGEST_NAME) {
            throw Refusal.badParameter("FriendlyName must not be longer than " + LONGEST_NAME + " characters");
        }
        if (state.workers.stream().anyMatch(worker -> worker.friendlyName().equalsIgnoreCase(name))) {
            throw Refusal.badParameter("A worker with that FriendlyName already exists");
        }
    }

    private static ObjectNode parse(String attributes) {
        Tasks.requireFit(attributes);

        return Json.parse("Attributes", attributes);
    }
}
