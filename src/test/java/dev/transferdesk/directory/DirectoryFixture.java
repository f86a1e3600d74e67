package dev.transferdesk.directory;

import dev.transferdesk.twilio.FakeTwilio;
import java.time.Clock;
import java.time.Duration;

/** A directory that asks anew for whatever is two seconds old. */
public final class DirectoryFixture {

    private static final Duration SHORT = Duration.ofSeconds(2);

    private DirectoryFixture() {}

    public static Directory aDirectoryOf(FakeTwilio twilio, Clock clock) {
        return new Directory(twilio.workers(), twilio.queues(),
                new DirectoryProperties(SHORT, SHORT, SHORT, SHORT, SHORT), clock);
    }
}
