package dev.transferdesk.sandbox;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** Workers of the workspace. */
@RestController
@RequestMapping("/v1/Workspaces/{workspace}/Workers")
class WorkerController {

    private final World world;
    private final State state;
    private final Workers workers;
    private final Presence presence;
    private final Offers offers;
    private final WorkspaceJson json;

    WorkerController(World world, State state, Workers workers, Presence presence, Offers offers, WorkspaceJson json) {
        this.world = world;
        this.state = state;
        this.workers = workers;
        this.presence = presence;
        this.offers = offers;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(Form form, Paging paging) {
        return world.read(() -> paging.list("workers", new WorkerSearch(form).in(state), json::worker));
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Form form) {
        return world.change(() -> {
            var activity = form.filled("ActivitySid")
                    .map(state.activities::get)
                    .orElseGet(() -> state.activity(Presence.OFFLINE));
            var worker = workers.create(form.required("FriendlyName"), form.filled("Attributes").orElse("{}"),
                    activity);
            return ResponseEntity.status(HttpStatus.CREATED).eTag(worker.etag()).body(json.worker(worker));
        });
    }

    @GetMapping("/{worker}")
    ResponseEntity<ObjectNode> fetch(@PathVariable("worker") String sid) {
        return world.read(() -> answer(state.workers.get(sid)));
    }

    @PostMapping("/{worker}")
    ResponseEntity<ObjectNode> update(@PathVariable("worker") String sid, Form form) {
        return world.change(() -> {
            var worker = state.workers.get(sid);
            worker.require(form.ifMatch());
            var activity = form.filled("ActivitySid").map(state.activities::get);
            form.filled("Attributes").ifPresent(attributes -> workers.describe(worker, attributes));
            form.filled("FriendlyName").ifPresent(name -> workers.rename(worker, name));
            activity.ifPresent(to -> presence.move(worker, to));
            if (form.flag("RejectPendingReservations").orElse(false)) {
                rejectPending(worker);
            }
            return answer(worker);
        });
    }

    @DeleteMapping("/{worker}")
    ResponseEntity<Void> delete(@PathVariable("worker") String sid) {
        world.run(() -> workers.delete(state.workers.get(sid)));

        return ResponseEntity.noContent().build();
    }

    private void rejectPending(Worker worker) {
        state.reservationsOf(worker)
                .stream()
                .filter(reservation -> reservation.status() == Reservation.Status.PENDING)
                .forEach(reservation -> offers.reject(reservation, null));
    }

    private ResponseEntity<ObjectNode> answer(Worker worker) {
        return ResponseEntity.ok().eTag(worker.etag()).body(json.worker(worker));
    }
}
