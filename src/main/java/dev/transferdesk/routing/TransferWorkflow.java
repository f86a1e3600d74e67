package dev.transferdesk.routing;

import dev.transferdesk.twilio.Ages;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.Remembered;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.Workflow;
import dev.transferdesk.twilio.WorkflowSid;
import dev.transferdesk.twilio.Workflows;
import dev.transferdesk.twilio.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The workflow that routes transfers: the configured one, else the one whose name begins with "Chat Transfer". */
@Component
public class TransferWorkflow {

    private static final Logger log = LoggerFactory.getLogger(TransferWorkflow.class);

    private static final String NAME = "Chat Transfer";
    private static final Ages AGES = new Ages(Duration.ofMinutes(1), Duration.ofMinutes(10));

    private final Workflows workflows;
    private final Optional<WorkflowSid> configured;
    private final Remembered<String, Looked> looked;

    TransferWorkflow(Workflows workflows, Workspace workspace, Clock clock) {
        this.workflows = workflows;
        this.configured = workspace.transferWorkflow();
        this.looked = new Remembered<>(clock, AGES, _ -> Looked.at(look()));
    }

    /** @throws TwilioException while Twilio can't be asked */
    public Finding find() {
        return looked.get(NAME).finding();
    }

    /**
     * What it does with transfers, read once for each time that Twilio was asked. Without one, nothing is forbidden.
     *
     * @throws TwilioException while Twilio can't be asked
     */
    public RoutingCheck check() {
        return looked.get(NAME).check();
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
        return configured.map(this::look)
                .orElseGet(() -> choose(workflows.all().stream().filter(it -> it.name().startsWith(NAME)).toList()));
    }

    private Finding look(WorkflowSid sid) {
        return workflows.find(sid).<Finding>map(Found::new).orElse(new Missing(Why.UNKNOWN, sid.value()));
    }

    private static Finding choose(List<Workflow> candidates) {
        return switch (candidates.size()) {
            case 0 -> new Missing(Why.NONE, NAME);
            case 1 -> new Found(candidates.getFirst());
            default -> new Missing(Why.SEVERAL, String.valueOf(candidates.size()));
        };
    }

    private record Looked(Finding finding, RoutingCheck check) {

        static Looked at(Finding finding) {
            return new Looked(finding,
                    finding instanceof Found(var workflow) ? RoutingCheck.of(workflow) : RoutingCheck.FORBIDS_NOTHING);
        }
    }

    /** What looking for the workflow came to. */
    public sealed interface Finding {

        /** Writes it into the log. */
        void report();
    }

    /** There is exactly one, or one was configured. */
    public record Found(Workflow workflow) implements Finding {

        @Override
        public void report() {
            log.info("Transfers are routed by the workflow '{}' ({})", workflow.name(), workflow.sid());
        }
    }

    /** Why there is none to be used. Each constant names its text, {@code workflow.NAME}. */
    public enum Why {
        NONE, SEVERAL, UNKNOWN
    }

    /** @param detail the name looked for, how many there are, or the SID configured */
    public record Missing(Why why, String detail) implements Finding {

        /** For the log. */
        public String reason() {
            return switch (why) {
                case NONE -> "no workflow has a name that begins with \"%s\"".formatted(detail);
                case SEVERAL -> "the names of %s workflows begin with \"%s\"; set twilio.transfer-workflow-sid"
                        .formatted(detail, NAME);
                case UNKNOWN -> "there is no workflow %s; check twilio.transfer-workflow-sid".formatted(detail);
            };
        }

        @Override
        public void report() {
            log.error("Transfers are off: {}", reason());
        }
    }
}
