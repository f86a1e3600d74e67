package dev.transferdesk.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What operators see of the calls: a timer by operation and result, and a line for each failure. */
final class CallReports {

    private static final Logger log = LoggerFactory.getLogger(CallReports.class);

    private final MeterRegistry meters;

    CallReports(MeterRegistry meters) {
        this.meters = meters;
    }

    Report begin(String operation) {
        return new Report(operation, Timer.start(meters));
    }

    /** Of one call, repeats and their pauses included. */
    final class Report {

        private final String operation;
        private final Timer.Sample sample;

        private Report(String operation, Timer.Sample sample) {
            this.operation = operation;
            this.sample = sample;
        }

        void succeeded() {
            stop("ok");
        }

        void failed(TwilioFailure failure) {
            stop(failure.kind().name().toLowerCase(Locale.ROOT));
            log.atLevel(level(failure))
                    .log("{}: {}, HTTP {}, error {}: {}", operation, failure.kind(),
                            text(failure.status()), text(failure.code()), failure.message());
        }

        private void stop(String result) {
            sample.stop(Timer.builder("twilio.calls")
                    .description("Calls to Twilio, repeats and their pauses included")
                    .tag("operation", operation)
                    .tag("result", result)
                    .register(meters));
        }
    }

    /** What is over or busy is for the callers to tell; the rest somebody has to look into. */
    private static Level level(TwilioFailure failure) {
        return switch (failure.kind()) {
            case REFUSED, UNKNOWN_OUTCOME -> Level.WARN;
            case NOT_FOUND, CONFLICT, THROTTLED, UNREACHABLE -> Level.DEBUG;
        };
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "-";
    }
}
