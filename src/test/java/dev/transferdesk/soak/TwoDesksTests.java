package dev.transferdesk.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.contract.Eventually;
import dev.transferdesk.soak.Flow.Release;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one database, both of them awake, and every click sent to both at the same moment. */
@Tag("soak")
class TwoDesksTests {

    private static final int TRANSFERS = 50;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final List<Flow> FLOWS = Stream.of(Flow.values())
            .filter(it -> it.policy().equals(new Flow.Policy(Release.ON_ACCEPT, 0)) && it != Flow.LEAVE)
            .toList();

    @Test
    void doubleNothing() throws IOException {
        try (var database = EmbeddedPostgres.start();
                var site = Site.open("two");
                var one = site.startDesk("one", settings(database));
                var other = site.startDesk("other", settings(database))) {

            var ledger = new Ledger(JdbcClient.create(database.getPostgresDatabase()));
            site.people.signIn(one.url(), other.url());

            var journeys = IntStream.range(0, TRANSFERS)
                    .mapToObj(it -> site.people.arrive(FLOWS.get(it % FLOWS.size()), 0))
                    .toList();
            journeys.forEach(it -> Eventually.until("Alice sees it", () -> site.people.alicesDesksShow(it)));
            journeys.forEach(site.people::begin);
            Wait.until(journeys, LONGEST, it -> isOver(it, ledger), some -> {
                var scene = site.scene();
                some.forEach(it -> site.people.goOn(it, scene, ledger));
            });

            assertThat(faults(site, ledger, journeys)).isEmpty();
        }
    }

    private static boolean isOver(Journey journey, Ledger ledger) {

        var transfers = ledger.of(journey);

        return journey.clicks().areAnswered() && !transfers.isEmpty()
                && transfers.stream().allMatch(Ledger.Entry::isDone);
    }

    private static List<String> faults(Site site, Ledger ledger, List<Journey> journeys) {

        var scene = site.scene();
        var faults = new ArrayList<String>();

        for (var journey : journeys) {
            var own = new ArrayList<>(Checks.of(journey, scene, ledger, site.people).faults());
            own.addAll(doubled(journey, site));
            own.addAll(ledger.repeated(journey).stream().map(it -> "happened twice: " + it).toList());
            if (!own.isEmpty()) {
                faults.add("%s: %s%s".formatted(journey.flow(), own, site.history(journey, ledger)));
            }
        }

        return faults;
    }

    /** Each attempt of a transfer asks Twilio for one task. */
    private static List<String> doubled(Journey journey, Site site) {

        var seen = new HashSet<String>();

        return site.sandbox.changes(journey.at(), 0)
                .stream()
                .filter(it -> it.path().equals(journey.at().invites()))
                .map(it -> it.form().path("Routing").path("properties").path("attributes"))
                .map(it -> "%s attempt %s".formatted(it.path("transferId").asString(""), it.path("transferAttempt")))
                .filter(it -> !seen.add(it))
                .map(it -> "asked for twice: " + it)
                .toList();
    }

    private static List<String> settings(EmbeddedPostgres database) {
        return List.of("--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres");
    }
}
