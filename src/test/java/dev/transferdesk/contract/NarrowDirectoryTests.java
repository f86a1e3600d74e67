package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.ObjectNode;

/** A desk whose operator has narrowed the directory down, and Alice with a filter for queues of her own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:narrow;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
    "sandbox.port=0", "watchdog.sweep-every=100d", "directory.max-rows=10", "directory.only-available-workers=true",
    "directory.enforced-queue-filter=true", "directory.exclude-workers=webber", "directory.exclude-queues=voice, sal" })
@Import({ Floor.class, MovableClock.class })
class NarrowDirectoryTests {

    @Autowired
    private Floor floor;

    private Case one;

    @BeforeEach
    void begin() {

        var alice = floor.sandbox.state()
                .get("workers")
                .valueStream()
                .filter(it -> it.get("sid").asString().equals(floor.alice))
                .map(it -> (ObjectNode) it.get("attributes"))
                .findFirst()
                .orElseThrow();

        floor.sandbox.describe("/v1/Workspaces/%s/Workers/%s".formatted(floor.setting("twilio.workspace-sid"),
                floor.alice), alice.put("enforcedQueueFilter", "LL"));
        one = floor.begin();
        floor.forgetEverything();
    }

    @AfterEach
    void tidy() {
        floor.tidy();
    }

    @Test
    void listsNobodyElse() {
        assertThat(names(targets("q=tom"))).containsExactly("Tom Weber");
        assertThat(names(targets("q=dubois"))).isEmpty();
        assertThat(names(targets("kind=queues"))).containsExactly("Billing");
    }

    @Test
    void listsNoMoreThanIsSaid() {
        assertThat(names(targets("q="))).hasSize(10).contains("Billing");
        assertThat(targets("q=").text()).contains("There are more. Type to narrow the list down.");
    }

    @Test
    void refusesWhatIsPostedAllTheSame() {
        assertRefused("Tom Webber", send(floor.sandbox.worker("Tom Webber")));
        assertRefused("Sales", send(floor.sales));
        assertRefused("Support", send(floor.sandbox.queue("Support")));
        assertThat(floor.sandbox.invited(one)).isEmpty();
    }

    @Test
    void refusesThemOnTheLadderToo() {

        assertRefused("Support", send(floor.billing, "then", floor.sandbox.queue("Support"), "thenSeconds", "60"));

        assertThat(floor.sandbox.invited(one)).isEmpty();
        assertThat(send(floor.billing, "then", floor.carol, "thenSeconds", "60").status()).isEqualTo(200);
    }

    private static void assertRefused(String name, Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.notice()).isEqualTo("Not sent. " + name
                + " is not among those to whom you may hand conversations. Choose one from the list.");
    }

    private Answer send(String target, String... ladder) {

        var form = new ArrayList<>(List.of("target", target, "note", "", "request", UUID.randomUUID().toString()));
        form.addAll(List.of(ladder));

        return floor.deskOf("alice").post("/tasks/%s/transfers".formatted(one.task()), form.toArray(String[]::new));
    }

    private Document targets(String query) {
        return floor.deskOf("alice").get("/tasks/%s/targets?%s".formatted(one.task(), query)).html();
    }

    private static List<String> names(Document page) {
        return page.select(".option__name").eachText();
    }
}
