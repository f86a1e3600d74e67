package dev.transferdesk.sandbox;

import java.time.Duration;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves time, starts over, and acts for workers as their Flex would. */
@RestController
@RequestMapping("/sandbox")
class ControlController {

    private static final long LONGEST_ADVANCE = Duration.ofDays(30).toSeconds();

    private final World world;
    private final State state;
    private final SandboxClock clock;
    private final Seeds seeds;
    private final Presence presence;
    private final Answers answers;
    private final ApplicationEventPublisher publisher;

    ControlController(World world, State state, SandboxClock clock, Seeds seeds, Presence presence, Answers answers,
            ApplicationEventPublisher publisher) {
        this.world = world;
        this.state = state;
        this.clock = clock;
        this.seeds = seeds;
        this.presence = presence;
        this.answers = answers;
        this.publisher = publisher;
    }

    /** Answers when everything that was due meanwhile has happened. */
    @PostMapping("/clock")
    Map<String, Object> advance(Form form) {
        var seconds = Controls.number(form, "advance", LONGEST_ADVANCE);
        world.advance(Duration.ofSeconds(seconds));

        return Map.of("now", clock.instant().toString(), "offset", clock.offsetSeconds());
    }

    @PostMapping("/reset")
    Map<String, String> reset() {
        world.run(seeds::plant);
        publisher.publishEvent(new Reset());

        return Map.of("now", clock.instant().toString());
    }

    @PostMapping("/workers/{worker}/activity")
    Map<String, String> move(@PathVariable("worker") String sid, Form form) {
        var name = Controls.required(form, "name");

        return world.change(() -> {
            var worker = Controls.known(state.workers, sid);
            var activity = state.activities.findFirst(one -> one.name.equalsIgnoreCase(name))
                    .orElseThrow(() -> new BadInput("There is no activity " + name));
            presence.move(worker, activity);
            return Map.of("worker", worker.sid, "activity", activity.name);
        });
    }

    @PostMapping("/reservations/{reservation}")
    Map<String, String> answer(@PathVariable("reservation") String sid, Form form) {
        var status = Controls.required(form, "status");

        return world.change(() -> {
            var reservation = Controls.known(state.reservations, sid);
            try {
                answers.take(reservation, status, null);
            } catch (Refusal refusal) {
                throw new BadInput("" + refusal.getMessage());
            }
            return Map.of("reservation", reservation.sid, "status", reservation.status().wire());
        });
    }
}
