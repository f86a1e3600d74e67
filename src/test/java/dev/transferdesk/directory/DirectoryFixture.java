package dev.transferdesk.directory;

import dev.transferdesk.events.HearingFixture;
import dev.transferdesk.twilio.FakeTwilio;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A directory that asks anew for whatever is two seconds old. */
public final class DirectoryFixture {

    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final DirectoryOptions EVERYTHING = new DirectoryOptions(60, false, false, false, List.of(),
            List.of());

    private DirectoryFixture() {}

    public static Directory aDirectoryOf(FakeTwilio twilio, Clock clock) {
        return aDirectoryOf(twilio, clock, EVERYTHING);
    }

    static Directory aDirectoryOf(FakeTwilio twilio, Clock clock, DirectoryOptions options) {
        return new Directory(twilio.workers(), twilio.queues(),
                new DirectoryProperties(SHORT, SHORT, SHORT, SHORT, SHORT, Duration.ofMinutes(5)), options,
                HearingFixture.deaf(clock), clock);
    }

    /** All of it may be chosen. */
    public static Reach reachIn(Directory directory) {
        return new Reach(directory, EVERYTHING);
    }

    /** Whose workers and queues with these texts in their names nobody may choose, nor queues that are not one's own. */
    public static Reach narrowReachIn(Directory directory, String workers, String queues) {
        return new Reach(directory, narrow(workers, queues));
    }

    static DirectoryOptions narrow(String workers, String queues) {
        return new DirectoryOptions(60, false, false, true, List.of("", workers), List.of("", queues));
    }
}
