package dev.transferdesk.events;

import static org.mockito.Mockito.mock;

import java.time.Clock;

/** A desk's hearing. */
public final class HearingFixture {

    private HearingFixture() {}

    /** Nobody has told anything yet, so that everything is asked for. */
    public static Hearing deaf(Clock clock) {
        return new Hearing(mock(Webhooks.class), clock);
    }
}
