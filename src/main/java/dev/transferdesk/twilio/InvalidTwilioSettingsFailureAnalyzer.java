package dev.transferdesk.twilio;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Before Spring Boot's own, which would only say that binding failed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class InvalidTwilioSettingsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTwilioSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidTwilioSettings cause) {
        return new FailureAnalysis(
                cause.problems()
                        .stream()
                        .collect(Collectors.joining("\n  - ", "Twilio is not configured as it must be:\n  - ", "")),
                "Set what is named above in application.yml or in the environment. application.yml.example says what "
                        + "each setting means and where the Twilio Console shows it.",
                cause);
    }
}
