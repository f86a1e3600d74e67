package dev.transferdesk.soak;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.soak.Campaign.Outcome;
import dev.transferdesk.soak.Campaign.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kills the desk at every point of every flow, as many of them with one kill as one machine can recover in time. */
@Tag("soak")
class EveryKillTests {

    private static final int WITH_ONE_KILL = Integer.getInteger("kill.at-once", 40);

    /** All of them, unless somebody asks for some: {@code -Dkill.flows=COLD,INVITE}. */
    private static final List<Flow> FLOWS = Stream.of(System.getProperty("kill.flows", "").split(","))
            .filter(it -> !it.isBlank())
            .map(Flow::valueOf)
            .collect(collectingAndThen(toList(), it -> it.isEmpty() ? List.of(Flow.values()) : it));
    private static final Path REPORT = Path.of("target", "kill-points.txt");

    @Test
    void finishesOrUndoesWhatItFindsAfterAKillAnywhere() throws IOException {

        var outcomes = new ArrayList<Outcome>();

        try (var campaign = new Campaign()) {
            for (var points : dealt(campaign.points(FLOWS).values().stream().flatMap(List::stream).toList())) {
                var some = campaign.kill(points);
                some.stream().filter(it -> !it.isGood()).forEach(System.out::println);
                outcomes.addAll(some);
                report(outcomes);
            }
        }

        assertThat(outcomes).isNotEmpty().allMatch(Outcome::isGood);
    }

    /** Like cards, so that each kill comes at different points of different flows. */
    private static List<List<Point>> dealt(List<Point> points) {

        var hands = Math.ceilDiv(points.size(), WITH_ONE_KILL);

        return IntStream.range(0, hands)
                .mapToObj(hand -> IntStream.range(0, points.size())
                        .filter(it -> it % hands == hand)
                        .mapToObj(points::get)
                        .toList())
                .toList();
    }

    private static void report(List<Outcome> outcomes) throws IOException {

        var total = "kill points: %d, failures: %d".formatted(outcomes.size(),
                outcomes.stream().filter(it -> !it.isGood()).count());

        System.out.println(total);
        Files.writeString(REPORT,
                total + "\n" + outcomes.stream().map(Outcome::toString).sorted().collect(joining("\n"))
                        + "\n");
    }
}
