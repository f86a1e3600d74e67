package dev.transferdesk.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dhistories=N} makes as many of them, {@code -Dhistories.first=S} begins at another seed, and
 * {@code -Dhistories.seed=S} makes the one with this seed. The first that does not hold is told, as short as it still
 * fails; with {@code -Dhistories.all=true} one of each kind.
 */
class RandomHistoriesTests {

    private static final int STEPS = 30;
    private static final long FIRST = Long.getLong("histories.first", 1);

    @Test
    void noTransferEverLosesACustomer() {

        var seed = Long.getLong("histories.seed");
        var count = seed == null ? Integer.getInteger("histories", 2_000) : 1;
        var complaints = new LinkedHashMap<String, List<Long>>();
        var begun = System.nanoTime();

        try (var _ = new Quiet()) {
            for (var i = 0; i < count; i++) {
                var it = seed == null ? FIRST + i : seed;
                History.complaint(it, steps(it))
                        .ifPresent(text -> complaints.computeIfAbsent(Shrinking.kindOf(text), _ -> new ArrayList<>())
                                .add(it));
            }
        }

        System.out.printf("%d histories of %d steps in %.1f s (%.1f s of one core), %d kinds of complaint%n", count,
                STEPS, (System.nanoTime() - begun) / 1e9,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9, complaints.size());
        complaints.forEach((kind, seeds) -> System.out.printf("%5d %s, first %s%n", seeds.size(), kind,
                seeds.subList(0, Math.min(8, seeds.size()))));

        if (Boolean.getBoolean("histories.all")) {
            complaints.values().forEach(it -> System.out.println(told(it.getFirst())));
        }
        complaints.values().stream().findFirst().ifPresent(it -> fail(told(it.getFirst())));
        assertThat(complaints).isEmpty();
    }

    private static String told(long seed) {

        List<Step> steps;
        History.Ending ending;

        try (var _ = new Quiet()) {
            steps = Shrinking.of(seed, steps(seed));
            ending = History.told(seed, steps);
        }

        return "seed %d, %d steps left: %s%n%s".formatted(seed, steps.size(), ending.complaint().orElse("?"),
                ending.story());
    }

    private static List<Step> steps(long seed) {
        return Step.several(STEPS, new Random(seed * 31 + 7));
    }
}
