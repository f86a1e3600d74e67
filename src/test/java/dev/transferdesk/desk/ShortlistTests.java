package dev.transferdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.directory.DirectoryQueue;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortlistTests {

    private static final int MOST = 10;

    @Test
    void showsAllWhereThereIsRoom() {

        var shown = Shortlist.of(agents(0, 3, 3), queues(0, 2, 2), MOST);

        assertThat(shown.agents()).hasSize(6);
        assertThat(shown.queues()).hasSize(4);
        assertThat(shown.more()).isFalse();
    }

    @Test
    void neitherAgentsNorQueuesPushTheOthersOut() {

        var shown = Shortlist.of(agents(0, 50, 50), queues(0, 50, 0), MOST);

        assertThat(shown.agents()).hasSize(5);
        assertThat(shown.queues()).hasSize(5);
        assertThat(shown.more()).isTrue();
    }

    @Test
    void theOnesTakeTheRoomThatTheOthersLeave() {
        assertThat(Shortlist.of(agents(0, 50, 0), queues(0, 2, 0), MOST).agents()).hasSize(8);
        assertThat(Shortlist.of(agents(0, 2, 0), queues(0, 50, 0), MOST).queues()).hasSize(8);
    }

    @Test
    void whoeverCanBeChosenGoesBeforeWhoeverCannot() {

        var shown = Shortlist.of(agents(0, 7, 50), queues(0, 2, 50), MOST);

        assertThat(shown.agents()).extracting(DirectoryWorker::name).startsWith("able 0").endsWith("unable 0");
        assertThat(shown.agents()).hasSize(8);
        assertThat(shown.queues()).hasSize(2);
    }

    @Test
    void anAgentsOwnAreShownWhateverTheirPlaceAndNumber() {

        var shown = Shortlist.of(agents(12, 50, 0), queues(1, 5, 0), MOST);

        assertThat(shown.agents()).hasSize(12).extracting(DirectoryWorker::name).allMatch(it -> it.startsWith("own"));
        assertThat(shown.queues()).hasSize(1);
    }

    @Test
    void ownAreFoundBehindAnyNumberOfOthers() {

        var matches = IntStream.range(0, 15_000).boxed().toList();

        var pool = TargetPool.of(matches, it -> it == 14_999, _ -> true, MOST);

        assertThat(pool.own()).containsExactly(14_999);
        assertThat(pool.able()).hasSize(MOST + 1);
    }

    @Test
    void nobodyIsLookedAtWhoCannotBeShown() {

        var matches = IntStream.range(0, 15_000).boxed().toList();
        var asked = IntStream.builder();

        TargetPool.of(matches, _ -> false, it -> {
            asked.add(it);
            return it % 2 == 0;
        }, MOST);

        assertThat(asked.build().max()).hasValue(2 * MOST);
    }

    private static TargetPool<DirectoryWorker> agents(int own, int able, int unable) {
        return new TargetPool<>(agents("own", own), agents("able", able), agents("unable", unable));
    }

    private static List<DirectoryWorker> agents(String what, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new DirectoryWorker(new WorkerSid("WK%032x".formatted(i)), what + " " + i, "",
                        new Presence("Available", Tone.AVAILABLE), List.of(), List.of(), Optional.empty()))
                .toList();
    }

    private static TargetPool<DirectoryQueue> queues(int own, int able, int unable) {
        return new TargetPool<>(queues("own", own), queues("able", able), queues("unable", unable));
    }

    private static List<DirectoryQueue> queues(String what, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new DirectoryQueue(new QueueSid("WQ%032x".formatted(i)), what + " " + i))
                .toList();
    }
}
