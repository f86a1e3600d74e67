package dev.transferdesk.watchdog;

import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.twilio.ConversationSid;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells operators of each finding once: on record, in the log without the customer's name, and as a number. */
@Component
class Findings {

    private static final Logger log = LoggerFactory.getLogger(Findings.class);

    private final Repairs repairs;
    private final MeterRegistry meters;

    Findings(Repairs repairs, MeterRegistry meters) {
        this.repairs = repairs;
        this.meters = meters;
        Gauge.builder("watchdog.unresolved", repairs, Repairs::unresolved)
                .description("Findings that last")
                .register(meters);
    }

    /** Nothing but telling is done about it. */
    void alert(KnownConversation about, Repair.Kind kind, String detail) {
        if (repairs.open(about, kind, Repair.Action.ALERTED, detail)) {
            count(kind);
            log.error("{} {}: {}", about.sid(), kind, detail);
        }
    }

    /** Somebody is sought for a customer. */
    void repaired(ConversationSid conversation, Repair.Action action, Transfer by) {
        repairs.repairs(conversation, Repair.Kind.ORPHANED, action, by.id());
        count(Repair.Kind.ORPHANED);
        log.warn("{} had a customer and nobody else: {} by transfer {}", conversation, action, by.id());
    }

    /** It was found, and put right at once. */
    void settled(KnownConversation about, Repair.Kind kind, Repair.Action action, String detail) {
        repairs.open(about, kind, action, detail);
        repairs.resolve(about.sid(), kind);
        count(kind);
        log.info("{} {}: {}", about.sid(), kind, detail);
    }

    void over(ConversationSid conversation, Repair.Kind kind) {
        if (repairs.resolve(conversation, kind)) {
            log.info("{} is not {} any more", conversation, kind);
        }
    }

    private void count(Repair.Kind kind) {
        Counter.builder("watchdog.findings")
                .description("What was found to be wrong with conversations")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .register(meters)
                .increment();
    }
}
