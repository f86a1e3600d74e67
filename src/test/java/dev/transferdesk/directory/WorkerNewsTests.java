package dev.transferdesk.directory;

import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.SettableClock;
import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.Eventually;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.Worker;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerNewsTests {

    static final WorkerSid ANA = new WorkerSid(sid("WK", 1));
    static final WorkerSid ZOE = new WorkerSid(sid("WK", 2));

    final SettableClock clock = new SettableClock();
    final FakeTwilio twilio = new FakeTwilio(clock);
    final Directory directory = DirectoryFixture.aDirectoryOf(twilio, clock);
    final WorkerNews news = new WorkerNews(directory);

    WorkerNewsTests() {
        is(ANA, "Available");
        is(ZOE, "Available");
    }

    @Test
    void whoMovesIsSeenAtOnceAndNobodyElseIsAskedFor() {

        directory.workers();
        clock.advance(Duration.ofMillis(500));
        is(ANA, "Break");

        tell(ANA);

        Eventually.until(() -> activity(ANA).equals("Break"));
        assertThat(directory.workers()).extracting(it -> it.presence().activity())
                .containsExactly("Break", "Available");
        assertThat(twilio.calls).containsExactly("workers.all", "workers.find");
    }

    @Test
    void listThatIsReadLaterWins() {

        directory.workers();
        clock.advance(Duration.ofMillis(500));
        is(ANA, "Break");
        tell(ANA);
        Eventually.until(() -> activity(ANA).equals("Break"));

        is(ANA, "Offline");
        clock.advance(Duration.ofSeconds(3));

        assertThat(activity(ANA)).isEqualTo("Offline");
    }

    @Test
    void nobodyIsAskedForWhereNobodyLooks() {

        directory.lookAgain(ANA);

        assertThat(twilio.calls).isEmpty();
    }

    @Test
    void whoIsGoneOrCannotBeAskedForStaysAsTheyWere() {

        directory.workers();
        twilio.refuse("workers.find", Kind.UNREACHABLE);

        tell(ANA);
        Eventually.until(() -> twilio.calls.contains("workers.find"));
        directory.lookAgain(new WorkerSid(sid("WK", 9)));

        assertThat(activity(ANA)).isEqualTo("Available");
    }

    private void tell(WorkerSid worker) {
        news.hear(new TwilioEvent(Source.TASKROUTER, "worker.activity.update", Optional.empty(), Optional.empty(),
                Optional.of(worker), Optional.empty(), json("{}"), clock.instant()));
    }

    private void is(WorkerSid worker, String activity) {
        twilio.workers.put(worker,
                new Worker(worker, worker.value(), json("{}"), activity, activity.equals("Available")));
    }

    private String activity(WorkerSid worker) {
        return directory.worker(worker).orElseThrow().presence().activity();
    }
}
