package dev.transferdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Eventually;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamsTests {

    static final Topic ALICE = Topic.worker(new WorkerSid("WK" + "a".repeat(32)));
    static final Topic TALK = new Topic(Topic.Kind.CONVERSATION, "CH1");

    final Streams streams = new Streams(new Rhythm(new LiveProperties(null, null), null));
    final AtomicReference<Optional<Set<Topic>>> topics = new AtomicReference<>(Optional.of(Set.of(ALICE)));

    @BeforeEach
    void start() {
        streams.start();
    }

    @Test
    void aPageIsConnectedUntilTheProcessEnds() {

        assertThat(open()).isPresent();
        assertThat(streams.count()).isOne();

        streams.stop();
        assertThat(streams.count()).isZero();
        assertThat(open()).isEmpty();
    }

    @Test
    void nobodyIsConnectedToWhatTheyMayNotSee() {

        topics.set(Optional.empty());

        assertThat(open()).isEmpty();
        assertThat(streams.count()).isZero();
    }

    @Test
    void aPageIsLetGoOnceItsConversationIsSomebodyElses() {

        open();
        topics.set(Optional.empty());
        streams.tell(ALICE);

        Eventually.until(() -> streams.count() == 0);
    }

    @Test
    void whatCannotBeAskedLeavesThePageAsItIs() {

        var asked = new AtomicInteger();
        streams.open(new Subscriber("session", () -> {
            if (asked.getAndIncrement() == 1) {
                throw new IllegalStateException("Twilio is away");
            }
            return topics.get();
        }), "");

        Eventually.until(() -> asked.get() >= 2);
        streams.tell(ALICE);
        Eventually.until(() -> asked.get() >= 3);

        assertThat(streams.count()).isOne();
    }

    @Test
    void aSessionEndsWithAllItsPages() {

        open();
        open();
        streams.open(new Subscriber("another", topics::get), "");

        streams.end("session");

        assertThat(streams.count()).isOne();
    }

    private Optional<?> open() {
        return streams.open(new Subscriber("session", topics::get), "");
    }
}
