package dev.transferdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.WorkerSid;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTests {

    static final Topic ALICE = Topic.worker(new WorkerSid("WK" + "a".repeat(32)));
    static final Topic BOB = Topic.worker(new WorkerSid("WK" + "b".repeat(32)));
    static final Set<Topic> ALICES = Set.of(ALICE, Topic.EVERYBODY);

    final Journal journal = new Journal();

    @Test
    void whoHasSeenEverythingHasMissedNothing() {

        journal.add(Set.of(ALICE));

        assertThat(journal.hasNewsSince(journal.mark(), ALICES)).isFalse();
    }

    @Test
    void whoWasAwayMissesWhatConcernsThem() {

        var mark = journal.mark();
        journal.add(Set.of(ALICE, BOB));

        assertThat(journal.hasNewsSince(mark, ALICES)).isTrue();
    }

    @Test
    void whatConcernsOthersIsNotMissed() {

        var mark = journal.mark();
        journal.add(Set.of(BOB));

        assertThat(journal.hasNewsSince(mark, ALICES)).isFalse();
    }

    @Test
    void onlyWhatCameLaterCounts() {

        journal.add(Set.of(ALICE));
        var mark = journal.mark();
        journal.add(Set.of(BOB));

        assertThat(journal.hasNewsSince(mark, ALICES)).isFalse();
    }

    @Test
    void whoWasAwayForTooLongMayHaveMissedAnything() {

        var mark = journal.mark();
        for (var i = 0; i < 5_000; i++) {
            journal.add(Set.of(BOB));
        }

        assertThat(journal.hasNewsSince(mark, ALICES)).isTrue();
    }

    @Test
    void whatAnotherProcessHasCountedTellsNothing() {
        assertThat(journal.hasNewsSince(new Journal().mark(), ALICES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-", "0", "-1", "12345678-", "x-0", "\0", "12345678-99999999999999999999" })
    void whatIsNoMarkTellsNothing(String mark) {
        assertThat(journal.hasNewsSince(mark, ALICES)).isTrue();
    }

    @Test
    void aMarkThatIsStillToComeTellsNothing() {
        assertThat(journal.hasNewsSince(journal.mark().replaceFirst("0$", "7"), ALICES)).isTrue();
    }
}
