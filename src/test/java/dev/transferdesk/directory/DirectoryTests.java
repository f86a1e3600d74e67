package dev.transferdesk.directory;

import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.SettableClock;
import dev.transferdesk.directory.Presence.Tone;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.Queue;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.Worker;
import dev.transferdesk.twilio.WorkerChannel;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTests {

    static final WorkerSid ANA = new WorkerSid(sid("WK", 1));
    static final WorkerSid ZOE = new WorkerSid(sid("WK", 2));
    static final QueueSid BILLING = new QueueSid(sid("WQ", 1));

    final SettableClock clock = new SettableClock();
    final FakeTwilio twilio = new FakeTwilio(clock);
    final Directory directory = DirectoryFixture.aDirectoryOf(twilio, clock);

    @Test
    void workersAreListedByName() {

        employ(ZOE, "zoe", "{'full_name': 'ana Zoe'}", "Available", true);
        employ(ANA, "ana", "{'full_name': 'Ana Ruiz'}", "Available", true);

        assertThat(directory.workers()).extracting(DirectoryWorker::name).containsExactly("Ana Ruiz", "ana Zoe");
    }

    @Test
    void aWorkerIsFoundByTheIdentityUnderWhichTheyWrite() {

        employ(ANA, "ana", "{'contact_uri': 'client:ana_2Eruiz'}", "Available", true);
        employ(ZOE, "zoe", "{}", "Available", true);

        assertThat(directory.workerWriting("ana_2Eruiz")).map(DirectoryWorker::sid).contains(ANA);
        assertThat(directory.workerWriting("zoe")).map(DirectoryWorker::sid).contains(ZOE);
        assertThat(directory.workerWriting("wanda")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{'full_name': ''}", "{'full_name': null}", "{'full_name': 7}",
        "{'routing': 'nonsense', 'languages': 'es', 'contact_uri': 5}" })
    void whatAttributesDoNotSayIsMadeUpForByTheFriendlyName(String attributes) {

        employ(ANA, "ana", attributes, "Available", true);

        assertThat(directory.workers()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("ana");
            assertThat(it.identity()).isEqualTo("ana");
            assertThat(it.skills()).isEmpty();
            assertThat(it.languages()).isEmpty();
        });
    }

    @Test
    void skillsAndLanguagesAreReadFromAttributes() {

        employ(ANA, "ana", "{'languages': ['es'], 'routing': {'skills': ['billing', 7], 'languages': ['es', 'en']}}",
                "Available", true);

        assertThat(directory.workers().getFirst().skills()).containsExactly("billing");
        assertThat(directory.workers().getFirst().languages()).containsExactly("es", "en");
    }

    @ParameterizedTest
    @CsvSource({ "Available, true, AVAILABLE", "Lunch, false, AWAY", "Offline, false, OFFLINE",
        "System offline, false, OFFLINE", "Offline work, true, AVAILABLE" })
    void presenceIsTheActivityAndWhetherItIsAvailable(String activity, boolean available, Tone tone) {

        employ(ANA, "ana", "{}", activity, available);

        assertThat(directory.worker(ANA)).map(DirectoryWorker::presence).contains(new Presence(activity, tone));
    }

    @Test
    void aNameThatCannotBeFoundIsTheSid() {

        assertThat(directory.nameOf(ZOE)).isEqualTo(ZOE.value());

        clock.advance(Duration.ofSeconds(3));
        twilio.refuse("workers.all", Kind.UNREACHABLE);
        assertThat(directory.nameOf(ANA)).isEqualTo(ANA.value());
    }

    @Test
    void aQueueIsFoundWithAndWithoutTheList() {

        twilio.queues.put(BILLING, new Queue(BILLING, "Billing", "1==1"));

        assertThat(directory.queue(BILLING)).map(DirectoryQueue::name).contains("Billing");
        assertThat(twilio.calls).containsExactly("queues.find");

        directory.queues();
        twilio.calls.clear();
        assertThat(directory.queue(BILLING)).isPresent();
        assertThat(twilio.calls).isEmpty();
    }

    @Test
    void aLoadIsOfTheKindOfTaskThatIsAskedFor() {

        twilio.loads.put(ANA, List.of(new WorkerChannel("chat", 3, 3, true), new WorkerChannel("sms", 3, 1, true),
                new WorkerChannel("email", 5, 0, false)));

        assertThat(directory.figures().load(ANA, "chat")).get().matches(Load::isFull);
        assertThat(directory.figures().load(ANA, "sms")).contains(new Load(1, 3));
        assertThat(directory.figures().load(ANA, "email")).isEmpty();
        assertThat(directory.figures().load(ANA, "voice")).isEmpty();
        assertThat(directory.figures().knownLoad(ANA, "sms")).contains(new Load(1, 3));
        assertThat(directory.figures().knownLoad(ZOE, "sms")).isEmpty();
    }

    @Test
    void figuresTellTheirAge() {
        assertThat(directory.figures().of(BILLING, "chat").at()).isEqualTo(clock.instant());
    }

    private void employ(WorkerSid worker, String name, String attributes, String activity, boolean available) {
        twilio.workers.put(worker, new Worker(worker, name, json(attributes), activity, available));
    }
}
