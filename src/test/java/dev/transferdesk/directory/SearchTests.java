package dev.transferdesk.directory;

import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.Queue;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.Worker;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTests {

    final SettableClock clock = new SettableClock();
    final FakeTwilio twilio = new FakeTwilio(clock);
    final Directory directory = DirectoryFixture.aDirectoryOf(twilio, clock);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = { "erin ekstrom, Erin Ekström", "ERIN EKSTRÖM, Erin Ekström",
        "lukasz zolk, Łukasz Żółkiewski", "siobhan oneill, Siobhán O'Neill", "o’neill, Siobhán O'Neill",
        "grossmann, Hans-Jürgen Großmann", "sorensen, Ingrid Sørensen", "gudmundsdottir, Björk Guðmundsdóttir",
        "ελενη παπαδοπουλου, Ελένη Παπαδοπούλου", "ковалева, Ольга Ковалёва", "tran ngoc, Ngọc Anh Trần",
        "cagla yilmaz, Çağla Yılmaz", "さくら, 山本 さくら", "สมชาย, สมชาย ใจดี", "민준, 김 민준" })
    void neitherCaseNorAccentsMakeADifference(String typed, String name) {

        employ(1, name, "Available");
        employ(2, "Wanda Novak", "Available");

        assertThat(found(typed)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ruiz ana", "  ana   ruiz ", "ana billing", "es refund", "ana billing es refunds" })
    void everyWordHasToBeSomewhere(String typed) {

        employ(1, "Ana Ruiz", "Available", "billing", "refunds");
        employ(2, "Ana Novak", "Available", "billings");
        twilio.workers.computeIfPresent(new WorkerSid(sid("WK", 2)),
                (sid, it) -> new Worker(sid, it.name(), json("{'full_name': 'Ana Novak'}"), it.activity(), true));

        assertThat(found(typed)).first().isEqualTo("Ana Ruiz");
        assertThat(found(typed + " wanda")).isEmpty();
    }

    @Test
    void aWordDoesNotReachFromOneTextIntoTheNext() {

        employ(1, "Ana Ruiz", "Available", "billing", "refunds");

        assertThat(found("ruizbilling")).isEmpty();
        assertThat(found("billingrefunds")).isEmpty();
    }

    @Test
    void whoIsCalledSoComesBeforeWhoIsNot() {

        employ(1, "Diana Abel", "Available");
        employ(2, "Bob Brandt", "Available", "anaesthetics");
        employ(3, "Zoe Ana", "Available");

        assertThat(found("ana")).containsExactly("Zoe Ana", "Bob Brandt", "Diana Abel");
    }

    @Test
    void whoIsAvailableComesBeforeWhoIsAway() {

        employ(1, "Ana Abel", "Offline");
        employ(2, "Ana Beck", "Break");
        employ(3, "Diana Conti", "Available");

        assertThat(found("ana")).containsExactly("Diana Conti", "Ana Beck", "Ana Abel");
        assertThat(found("")).containsExactly("Diana Conti", "Ana Beck", "Ana Abel");
    }

    @Test
    void whoWasSeenSinceTheListWasReadIsWhereTheyBelongNow() {

        employ(1, "Ana Abel", "Available");
        employ(2, "Ana Beck", "Available");
        assertThat(found("ana")).containsExactly("Ana Abel", "Ana Beck");

        employ(1, "Ana Abel", "Break");
        clock.advance(Duration.ofMillis(500));
        directory.lookAgain(new WorkerSid(sid("WK", 1)));

        assertThat(found("ana")).containsExactly("Ana Beck", "Ana Abel");
    }

    @Test
    void queuesAreFoundByName() {

        var billing = new QueueSid(sid("WQ", 1));
        var gyor = new QueueSid(sid("WQ", 2));
        twilio.queues.put(billing, new Queue(billing, "Billing", "1==1"));
        twilio.queues.put(gyor, new Queue(gyor, "Győr billing", "1==1"));

        assertThat(directory.queues(SearchText.of("gyor"))).extracting(DirectoryQueue::sid).containsExactly(gyor);
        assertThat(directory.queues(SearchText.of("billing"))).hasSize(2);
        assertThat(directory.queues(SearchText.of("sales"))).isEmpty();
    }

    @Test
    void whoNobodyMayChooseIsNotFound() {

        employ(1, "Ana Training", "Available");
        employ(2, "Ana Ruiz", "Available");
        var billing = new QueueSid(sid("WQ", 1));
        twilio.queues.put(billing, new Queue(billing, "Billing voicemail", "1==1"));
        var narrow = DirectoryFixture.aDirectoryOf(twilio, clock, DirectoryFixture.narrow("training", "VOICE"));

        assertThat(narrow.workers(SearchText.of("ana"))).extracting(DirectoryWorker::name).containsExactly("Ana Ruiz");
        assertThat(narrow.queues(SearchText.ANYTHING)).isEmpty();
        assertThat(narrow.nameOf(new WorkerSid(sid("WK", 1)))).isEqualTo("Ana Training");
        assertThat(narrow.queues()).hasSize(1);
    }

    @Test
    void noMoreWordsAreLookedForThanSomebodyTypes() {
        assertThat(SearchText.of("a b c d e f g h i j").words()).hasSize(8);
        assertThat(SearchText.of(" \u00a0\u3000 ").words()).isEmpty();
    }

    private List<String> found(String typed) {
        return directory.workers(SearchText.of(typed)).stream().map(DirectoryWorker::name).toList();
    }

    private void employ(int number, String name, String activity, String... skills) {

        var attributes = json("{'languages': ['es']}").put("full_name", name);
        List.of(skills).forEach(attributes.putObject("routing").putArray("skills")::add);
        var worker = new WorkerSid(sid("WK", number));

        twilio.workers.put(worker,
                new Worker(worker, "agent" + number, attributes, activity, activity.equals("Available")));
    }
}
