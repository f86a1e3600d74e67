package dev.transferdesk.sandbox;

import java.time.Duration;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

/** Validates Flex tokens. Here a worker's SID is a token of that worker. */
@RestController
class TokenController {

    private static final Duration VALID = Duration.ofHours(8);

    private final World world;
    private final State state;
    private final SandboxClock clock;

    TokenController(World world, State state, SandboxClock clock) {
        this.world = world;
        this.state = state;
        this.clock = clock;
    }

    @PostMapping("/v1/Accounts/{account}/Tokens/validate")
    ObjectNode validate(@PathVariable("account") String account, @RequestBody(required = false) String body) {
        var token = Json.parse("body", body == null ? "" : body).path("token").asString("");

        return world.read(() -> state.workers.find(token).map(this::valid).orElseGet(this::invalid));
    }

    private ObjectNode valid(Worker worker) {
        var answer = Json.object();
        answer.put("valid", true).put("code", 0).putNull("message");
        answer.put("expiration", clock.instant().plus(VALID).toString());
        answer.put("realm_user_id", worker.friendlyName());
        answer.put("identity", worker.identity());
        answer.putArray("roles").add("agent");
        answer.put("worker_sid", worker.sid);

        return answer;
    }

    private ObjectNode invalid() {
        return Json.object().put("valid", false).put("code", 20101).put("message", "Invalid token");
    }
}
