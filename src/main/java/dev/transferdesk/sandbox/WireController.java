package dev.transferdesk.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what went over the wire, and makes the wire slow or unreliable. */
@RestController
@RequestMapping("/sandbox")
class WireController {

    private final RequestLog requests;
    private final WebhookLog webhooks;
    private final Latency latency;
    private final Faults faults;

    WireController(RequestLog requests, WebhookLog webhooks, Latency latency, Faults faults) {
        this.requests = requests;
        this.webhooks = webhooks;
        this.latency = latency;
        this.faults = faults;
    }

    @GetMapping("/requests")
    List<RequestLog.Entry> requests(@RequestParam(defaultValue = "0") long since) {
        return requests.since(since);
    }

    @GetMapping("/webhooks")
    List<WebhookLog.Entry> webhooks(@RequestParam(defaultValue = "0") long since) {
        return webhooks.since(since);
    }

    @PostMapping("/latency")
    Map<String, Long> delay(@RequestParam(defaultValue = "0") long ms) {
        if (ms < 0 || ms > 600_000) {
            throw new BadInput("ms must be from 0 to 600000");
        }
        latency.set(Duration.ofMillis(ms));
        return Map.of("ms", ms);
    }

    @GetMapping("/faults")
    List<ArmedFault> faults() {
        return faults.all().stream().map(ArmedFault::of).toList();
    }

    @PostMapping("/faults")
    List<ArmedFault> arm(@RequestParam(defaultValue = "*") String method, @RequestParam(defaultValue = "*") String path,
            @RequestParam(defaultValue = "*") String conversation, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int times) {
        if (times < 1) {
            throw new BadInput("times must be at least 1");
        }
        faults.add(Fault.of(method, path, conversation, kind), times);
        return faults();
    }

    /** Back to normal for one conversation. */
    @DeleteMapping(path = "/faults", params = "conversation")
    List<ArmedFault> disarm(@RequestParam String conversation) {
        faults.clear(conversation);
        return faults();
    }

    /** Back to normal, so the latency goes as well. */
    @DeleteMapping("/faults")
    List<ArmedFault> disarm() {
        faults.clear();
        latency.clear();
        return faults();
    }

    record ArmedFault(String method, String path, String conversation, String kind, int times) {

        private static ArmedFault of(Faults.Armed armed) {
            var fault = armed.fault();
            return new ArmedFault(fault.method(), fault.path(), fault.conversation(), fault.name(), armed.times());
        }
    }
}
