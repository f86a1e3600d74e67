package dev.transferdesk.sandbox;

import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** Reservations, seen from their task and from their worker. */
@RestController
@RequestMapping("/v1/Workspaces/{workspace}/{parent:Tasks|Workers}/{owner}/Reservations")
class ReservationController {

    private final World world;
    private final State state;
    private final Answers answers;
    private final TaskJson json;

    ReservationController(World world, State state, Answers answers, TaskJson json) {
        this.world = world;
        this.state = state;
        this.answers = answers;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(@PathVariable("parent") String parent, @PathVariable("owner") String owner, Form form,
            Paging paging) {
        return world.read(() -> paging.list("reservations", of(parent, owner).stream()
                .filter(one -> form.filled("ReservationStatus").map(one.status().wire()::equals).orElse(true))
                .filter(one -> form.filled("WorkerSid").map(one.worker.sid::equals).orElse(true))
                .toList(), one -> json.reservation(one, url(parent, owner))));
    }

    @GetMapping("/{reservation}")
    ResponseEntity<ObjectNode> fetch(@PathVariable("parent") String parent, @PathVariable("owner") String owner,
            @PathVariable("reservation") String sid) {
        return world.read(() -> answer(get(parent, owner, sid), parent, owner));
    }

    @PostMapping("/{reservation}")
    ResponseEntity<ObjectNode> update(@PathVariable("parent") String parent, @PathVariable("owner") String owner,
            @PathVariable("reservation") String sid, Form form) {
        return world.change(() -> {
            var reservation = get(parent, owner, sid);
            reservation.require(form.ifMatch());
            var activity = form.filled("WorkerActivitySid").map(state.activities::get).orElse(null);
            form.filled("ReservationStatus").ifPresent(status -> answers.take(reservation, status, activity));
            return answer(reservation, parent, owner);
        });
    }

    private ResponseEntity<ObjectNode> answer(Reservation reservation, String parent, String owner) {
        return ResponseEntity.ok()
                .eTag(reservation.etag())
                .body(json.reservation(reservation, url(parent, owner)));
    }

    private List<Reservation> of(String parent, String owner) {
        return parent.equals("Tasks") ? state.tasks.get(owner).reservations()
                : state.reservationsOf(state.workers.get(owner));
    }

    private Reservation get(String parent, String owner, String sid) {
        return of(parent, owner).stream()
                .filter(one -> one.sid.equals(sid))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static String url(String parent, String owner) {
        return TaskJson.WORKSPACE_URL + "/" + parent + "/" + owner;
    }
}
