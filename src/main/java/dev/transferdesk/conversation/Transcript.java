package dev.transferdesk.conversation;

import java.util.List;

/** A stretch of a conversation, oldest first. */
public record Transcript(List<Line> lines, boolean hasEarlier) {

    public Transcript {
        lines = List.copyOf(lines);
    }
}
