package dev.transferdesk.twilio;

import java.util.List;

/** The configuration does not say how to reach Twilio. Names every setting that is missing or wrong, and no value. */
final class InvalidTwilioSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidTwilioSettings(List<String> problems) {
        super("Twilio is not configured as it must be: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
