package dev.transferdesk.transfer;

import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TaskSid;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TransferStepsTests {

    final SettableClock clock = new SettableClock();
    final TransferSteps steps;
    final UUID transfer;

    TransferStepsTests(Database database) {
        var jdbc = database.emptied();
        var requested = TransferFixture.aTransfer(TransferKind.COLD, TO_BOB, "1");
        new Transfers(jdbc, clock).add(requested, new Holds(jdbc, clock).begin(requested.id()));
        steps = new TransferSteps(jdbc, clock, new TransferNews(_ -> {}));
        transfer = requested.id();
    }

    @Test
    void stepsAreReadInTheOrderInWhichTheyWereAdded() {

        steps.append(transfer, StepKind.REQUESTED, "Bob", "");
        var requested = clock.instant();
        clock.advance(Duration.ofSeconds(-5));
        steps.append(transfer, StepKind.WAITING, "Bob", "detail");

        assertThat(steps.of(Set.of(transfer)).get(transfer)).containsExactly(
                new Step(transfer, StepKind.REQUESTED, "Bob", requested),
                new Step(transfer, StepKind.WAITING, "Bob", clock.instant()));
        assertThat(steps.of(List.of())).isEmpty();
    }

    @Test
    void theSameReferenceIsToldOnce() {
        assertThat(steps.appendOnce(transfer, StepKind.OFFERED, "Bob", "WR1", clock.instant())).isTrue();
        assertThat(steps.appendOnce(transfer, StepKind.OFFERED, "Bob", "WR1", clock.instant())).isFalse();
        assertThat(steps.appendOnce(transfer, StepKind.DECLINED, "Bob", "WR1", clock.instant())).isTrue();
        assertThat(steps.appendOnce(transfer, StepKind.OFFERED, "Bob", "WR2", clock.instant())).isTrue();
    }

    @Test
    void theSameReferenceSeenByManyAtOnceIsToldOnce() {
        assertThat(AtOnce.forEach(IntStream.range(0, 8).boxed().toList(),
                _ -> steps.appendOnce(transfer, StepKind.OFFERED, "Bob", "WR1", clock.instant()))).containsOnlyOnce(
                        true);
    }

    @Test
    void whenItHappenedFirstIsKnown() {

        steps.append(transfer, StepKind.UNKNOWN, "Bob", "");
        var first = clock.instant();
        clock.advance(Duration.ofSeconds(5));
        steps.append(transfer, StepKind.UNKNOWN, "Bob", "");

        assertThat(steps.first(transfer, StepKind.UNKNOWN)).contains(first);
        assertThat(steps.first(transfer, StepKind.FAILED)).isEmpty();
    }

    @Test
    void whatIsTooLongIsCut() {

        steps.append(transfer, StepKind.UNKNOWN, "n".repeat(300), "d".repeat(1000));

        assertThat(steps.of(Set.of(transfer)).get(transfer).getFirst().subject()).hasSize(256);
    }

    @Test
    void tasksOfAllAttemptsAreKnownWhetherTwilioSaidSoOrTheyWereFound() {

        steps.appendOnce(transfer, StepKind.WAITING, "Bob", sid("WT", 1));
        steps.appendOnce(transfer, StepKind.FOUND, "Billing", sid("WT", 2));
        steps.appendOnce(transfer, StepKind.STRAY_CANCELLED, "", sid("WT", 3));

        assertThat(steps.tasks(transfer)).containsExactly(new TaskSid(sid("WT", 1)), new TaskSid(sid("WT", 2)));
    }

    @Test
    void whatHappenedLastOfSeveralKindsIsKnown() {

        steps.append(transfer, StepKind.WAITING, "Bob", "");
        steps.append(transfer, StepKind.DECLINED, "Bob", "");
        steps.append(transfer, StepKind.MOVED, "Billing", "");

        assertThat(steps.last(transfer, StepKind.WAITING, StepKind.DECLINED)).contains(StepKind.DECLINED);
        assertThat(steps.last(transfer, StepKind.TIMED_OUT)).isEmpty();
    }
}
