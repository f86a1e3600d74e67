package dev.transferdesk.histories;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One thing that happens, or tries to. All that is left to chance in it comes from its own seed. */
record Step(Kind kind, long seed) {

    /** The more of these, the likelier. */
    enum Kind {

        TRANSFER(14), INVITE(10), REPEAT(6), CANCEL(6), TAKE_BACK(6), LEAVE(5), REMOVE(3), ACCEPT(11), DECLINE(5),
        GO_OFFLINE(2), GO_ONLINE(4), MOMENT(14), WHILE(9), LONG_WHILE(3), WORK(12), KILL(3), OUTAGE(2), EVENT(8),
        PLUGIN_INVITE(3), PLUGIN_CANCEL(3), PLUGIN_LEAVE(2), PLUGIN_REMOVE(2), PLUGIN_WRITE(4), SUPERVISOR(1),
        SUPERVISE(3), DESK_ANSWER(6);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private static final List<Kind> DECK = Arrays.stream(Kind.values())
            .flatMap(it -> java.util.Collections.nCopies(it.weight, it).stream())
            .toList();

    static List<Step> several(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(_ -> new Step(DECK.get(random.nextInt(DECK.size())), random.nextLong()))
                .toList();
    }

    Random chance() {
        return new Random(seed);
    }
}
