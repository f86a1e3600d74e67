package dev.transferdesk.histories;

import java.util.ArrayList;
import java.util.List;

/** What has happened, each step in words. */
final class Story {

    private final List<String> lines = new ArrayList<>();
    private final WorldClock clock;

    private final boolean told;

    Story(WorldClock clock, boolean told) {
        this.clock = clock;
        this.told = told;
    }

    void tell(String line) {
        if (told) {
            add(line);
        }
    }

    boolean isTold() {
        return told;
    }

    private void add(String line) {
        lines.add(clock.instant().toString().substring(11, Math.min(22, clock.instant().toString().length() - 1)) + " "
                + line);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
