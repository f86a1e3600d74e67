package dev.transferdesk.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureBudgetTests {

    final SettableClock clock = new SettableClock();
    final FigureBudget budget = new FigureBudget(clock);

    @Test
    void aWholeListAtOnceAndTwentyASecondFromThenOn() {

        assertThat(taken(100)).isEqualTo(60);

        clock.advance(Duration.ofSeconds(1));
        assertThat(taken(100)).isEqualTo(20);

        clock.advance(Duration.ofHours(1));
        assertThat(taken(100)).as("nobody saves up").isEqualTo(60);
    }

    private long taken(int asked) {
        return IntStream.range(0, asked).filter(_ -> budget.take()).count();
    }
}
