package dev.transferdesk.sandbox;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** How much of each kind of work a worker takes. */
@RestController
@RequestMapping("/v1/Workspaces/{workspace}/Workers/{worker}/Channels")
class WorkerChannelController {

    private final World world;
    private final State state;
    private final SandboxClock clock;
    private final TaskRouterEvents events;
    private final WorkspaceJson json;

    WorkerChannelController(World world, State state, SandboxClock clock, TaskRouterEvents events,
            WorkspaceJson json) {
        this.world = world;
        this.state = state;
        this.clock = clock;
        this.events = events;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(@PathVariable("worker") String sid, Paging paging) {
        return world.read(() -> {
            var worker = state.workers.get(sid);
            return paging.list("channels", worker.channels(), channel -> json.workerChannel(worker, channel));
        });
    }

    @GetMapping("/{channel}")
    ObjectNode fetch(@PathVariable("worker") String sid, @PathVariable("channel") String channel) {
        return world.read(() -> {
            var worker = state.workers.get(sid);
            return json.workerChannel(worker, find(worker, channel));
        });
    }

    @PostMapping("/{channel}")
    ObjectNode update(@PathVariable("worker") String sid, @PathVariable("channel") String channelSid, Form form) {
        return world.change(() -> {
            var worker = state.workers.get(sid);
            var channel = find(worker, channelSid);
            form.flag("Available").ifPresent(available -> open(worker, channel, available));
            form.integer("Capacity", capacity -> resize(worker, channel, capacity));
            channel.changed(clock.instant());
            return json.workerChannel(worker, channel);
        });
    }

    private void open(Worker worker, WorkerChannel channel, boolean available) {
        channel.open(available);
        events.channel("worker.channel.availability.update", worker, channel, channel.capacity());
    }

    private void resize(Worker worker, WorkerChannel channel, int capacity) {
        if (capacity < 0) {
            throw Refusal.badParameter("Capacity must not be negative");
        }
        var previous = channel.capacity();
        channel.resize(capacity);
        events.channel("worker.capacity.update", worker, channel, previous);
    }

    private static WorkerChannel find(Worker worker, String sidOrName) {
        return worker.channels()
                .stream()
                .filter(own -> own.sid.equals(sidOrName) || own.channel.isCalled(sidOrName))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
