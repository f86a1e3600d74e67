package dev.transferdesk.conversation;

import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.ConversationSid;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class ConversationLocksTests {

    static final ConversationSid ANOTHER = new ConversationSid(sid("CH", 2));

    final SettableClock clock = new SettableClock();
    final JdbcClient jdbc;
    final ConversationLocks here;
    final ConversationLocks elsewhere;

    ConversationLocksTests(Database database) {
        jdbc = database.emptied();
        here = new ConversationLocks(jdbc, clock, clock::advance);
        elsewhere = new ConversationLocks(jdbc, clock, clock::advance);
    }

    @Test
    void theWorkIsDoneAndItsAnswerGiven() {
        assertThat(here.holding(CONVERSATION, _ -> "done")).contains("done");
        assertThat(rows()).isZero();
    }

    @Test
    void anotherProcessIsKeptOutForAsLongAsItWaits() {

        var before = clock.instant();

        assertThat(here.holding(CONVERSATION, _ -> elsewhere.holding(CONVERSATION, _ -> "both")))
                .contains(Optional.empty());
        assertThat(Duration.between(before, clock.instant())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void anotherConversationIsFree() {
        assertThat(here.holding(CONVERSATION, _ -> elsewhere.holding(ANOTHER, _ -> "both")))
                .contains(Optional.of("both"));
    }

    @Test
    void itIsFreeAgainAfterAFailure() {

        assertThatIllegalStateException().isThrownBy(() -> here.holding(CONVERSATION, _ -> {
            throw new IllegalStateException();
        }));

        assertThat(elsewhere.holding(CONVERSATION, _ -> "done")).contains("done");
    }

    @Test
    void whoWaitsTakesOverFromTheDeadAsSoonAsItsTimeIsOver() {

        var before = clock.instant();
        died(before.plusSeconds(2));

        assertThat(here.holding(CONVERSATION, _ -> "taken over")).contains("taken over");
        assertThat(Duration.between(before, clock.instant())).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2100));
    }

    @Test
    void whoIsAtWorkForLongHoldsItForAsLong() {

        var ends = here.holding(CONVERSATION, lease -> {
            for (var second = 0; second < 30; second++) {
                clock.advance(Duration.ofSeconds(1));
                assertThat(lease.isStillHeld()).isTrue();
            }
            return heldUntil();
        });

        assertThat(ends).contains(clock.instant().plusSeconds(10));
    }

    @Test
    void whoPausedForTooLongIsTold() {

        var held = here.holding(CONVERSATION, lease -> {
            clock.advance(Duration.ofSeconds(11));
            assertThat(elsewhere.holding(CONVERSATION, theirs -> theirs.isStillHeld() && !lease.isStillHeld()))
                    .contains(true);
            return lease.isStillHeld();
        });

        assertThat(held).contains(false);
        assertThat(rows()).isZero();
    }

    @Test
    void ofManyOneIsAtWorkAtATime() {

        var desks = List.of(impatient(), impatient(), impatient());
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        var begin = new CountDownLatch(1);

        var answers = IntStream.range(0, 12).mapToObj(number -> AtOnce.begin(() -> {
            awaited(begin);
            return desks.get(number % 3).holding(CONVERSATION, _ -> {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                LockSupport.parkNanos(1_000_000);
                return atWork.decrementAndGet();
            });
        })).toList();
        begin.countDown();

        var done = new ArrayList<Integer>();
        answers.forEach(it -> it.get().ifPresent(done::add));

        assertThat(done).hasSize(12);
        assertThat(most).hasValue(1);
    }

    private ConversationLocks impatient() {
        return new ConversationLocks(jdbc, clock, _ -> LockSupport.parkNanos(40_000_000));
    }

    private void died(Instant heldUntil) {
        jdbc.sql("insert into conversation_lock (conversation, holder, held_until) values (?, ?, ?)")
                .params(CONVERSATION.value(), UUID.randomUUID(), heldUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant heldUntil() {
        return jdbc.sql("select held_until from conversation_lock").query(OffsetDateTime.class).single().toInstant();
    }

    private int rows() {
        return jdbc.sql("select count(*) from conversation_lock").query(Integer.class).single();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
