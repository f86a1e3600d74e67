package dev.transferdesk.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The topics of late in their order, so that a page that was away learns whether it has missed something. */
final class Journal {

    private static final int KEPT = 4_096;
    private static final Pattern MARK = Pattern.compile("(\\w{8})-(\\d{1,18})");

    /** Another process counts from the beginning. */
    private final String process = UUID.randomUUID().toString().substring(0, 8);
    private final Deque<Set<Topic>> latest = new ArrayDeque<>();
    private long count;

    synchronized void add(Set<Topic> topics) {

        count++;
        latest.addLast(topics);

        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
    }

    /** Of this moment. */
    synchronized String mark() {
        return process + "-" + count;
    }

    /** Whether something about one of these topics has happened since, or may have: nobody remembers for ever. */
    synchronized boolean hasNewsSince(String mark, Set<Topic> topics) {

        var parts = MARK.matcher(mark);

        if (!parts.matches() || !parts.group(1).equals(process)) {
            return true;
        }

        var missed = count - Long.parseLong(parts.group(2));

        return missed < 0 || missed > latest.size()
                || latest.reversed().stream().limit(missed).anyMatch(it -> isAbout(it, topics));
    }

    static boolean isAbout(Set<Topic> news, Set<Topic> topics) {
        return news.stream().anyMatch(topics::contains);
    }
}
