package dev.transferdesk.routing;

import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Remembered;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.Workflow;
import dev.transferdesk.twilio.WorkflowSid;
import dev.transferdesk.twilio.Workflows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The workflow that routes transfers: the configured one, else the one whose name begins with "Chat Transfer". */
@Component
public class TransferWorkflow {

    private static final Logger log = LoggerFactory.getLogger(TransferWorkflow.class);

    private static final String NAME = "Chat Transfer";
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration USABLE = Duration.ofMinutes(10);

    private final Workflows workflows;
    private final String configured;
    private final Remembered<String, Finding> findings;

    TransferWorkflow(Workflows workflows, @Value("${twilio.transfer-workflow-sid:}") String configured, Clock clock) {
        this.workflows = workflows;
        this.configured = configured;
        this.findings = new Remembered<>(clock, FRESH, USABLE, _ -> look());
    }

    /** @throws TwilioException while Twilio can't be asked */
    public Finding find() {
        return findings.get(NAME);
    }

    @EventListener(ApplicationReadyEvent.class)
    void report() {
        AtOnce.leave(() -> {
            try {
                find().report();
            } catch (TwilioException unavailable) {
                log.warn("The workflow for transfers could not be looked up: {}", unavailable.getMessage());
            }
        });
    }

    private Finding look() {

        if (!configured.isBlank()) {
            return workflows.find(new WorkflowSid(configured))
                    .<Finding>map(Found::new)
                    .orElse(new Missing("there is no workflow " + configured));
        }

        return choose(workflows.all().stream().filter(it -> it.name().startsWith(NAME)).toList());
    }

    private static Finding choose(List<Workflow> candidates) {
        return switch (candidates.size()) {
            case 0 -> new Missing("no workflow has a name that begins with \"" + NAME + "\"");
            case 1 -> new Found(candidates.getFirst());
            default -> new Missing("the names of %d workflows begin with \"%s\"; set twilio.transfer-workflow-sid"
                    .formatted(candidates.size(), NAME));
        };
    }

    /** What looking for the workflow came to. */
    public sealed interface Finding {

        void report();
    }

    public record Found(Workflow workflow) implements Finding {

        @Override
        public void report() {
            log.info("Transfers are routed by the workflow '{}' ({})", workflow.name(), workflow.sid());
        }
    }

    /** @param reason for whoever operates the desk */
    public record Missing(String reason) implements Finding {

        @Override
        public void report() {
            log.error("Transfers are off: {}", reason);
        }
    }
}
