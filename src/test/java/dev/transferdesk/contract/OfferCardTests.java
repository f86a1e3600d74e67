package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody who is asked to take a conversation gets to know of it. */
@ContractTest
class OfferCardTests {

    @Autowired
    private Floor floor;

    private Case one;

    @BeforeEach
    void isOffered() {
        one = floor.begin();
        Stream.of("The order is 8841.", "Are you there?", "Hello?").forEach(it -> floor.sandbox.write(one, it));
        floor.forgetRecent();
    }

    @AfterEach
    void tidy() {
        floor.tidy();
    }

    @Test
    void tellsWhoSendsItWhyAndWhatWasSaidLast() {

        offer();

        assertThat(card("bob").select(".offer__way p").eachText()).containsExactly("From Alice Alvarez",
                "For you in person");
        assertThat(card("bob").select(".offer__note").text()).isEqualTo(Floor.NOTE);
        assertThat(card("bob").select(".said__line").eachText()).containsExactly("Customer The order is 8841.",
                "Customer Are you there?", "Customer Hello?");
        assertThat(card("bob").select("button").eachText()).containsExactly("Accept", "Decline");
    }

    @Test
    void costsOneCallForWhatWasSaidAndRemembersIt() {

        offer();
        floor.stopTime();
        var since = floor.sandbox.whenQuiet();

        card("bob");
        card("bob");
        floor.deskOf("bob").page("/tasks");

        assertThat(floor.sandbox.calls(since)).filteredOn(it -> it.path().endsWith(one.conversation() + "/Messages"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void isThereAlsoWhereNothingCanBeRead(Trouble trouble) {

        offer();
        trouble.befall(floor.sandbox, "GET", "*/" + one.conversation() + "/Messages");

        assertThat(card("bob").select("button").eachText()).containsExactly("Accept", "Decline");
    }

    @Test
    void showsNobodyElseWhatWasSaid() {

        offer();

        assertThat(floor.deskOf("carol").get("/tasks").text()).doesNotContain("Are you there?");
    }

    /** Each rung has a task of its own. */
    @Test
    void saysHowLongTheCustomerWaitsWhoeverWasAskedBefore() {

        offer("then", "", "thenSeconds", "", "then", floor.carol, "thenSeconds", "70");
        var asked = card("bob").select(".offer__head time").attr("datetime");

        floor.pass(Duration.ofSeconds(8));
        floor.answers(one, "rejected");
        floor.inTheEnd("Carol is asked", () -> floor.sandbox.invited(one).size() == 2);
        floor.forgetRecent();

        assertThat(card("carol").select(".offer__head time").attr("datetime")).isEqualTo(asked);
    }

    private void offer(String... ladder) {

        var form = Stream.of("target", floor.bob, "note", Floor.NOTE, "request", UUID.randomUUID().toString());
        var answer = floor.deskOf("alice")
                .post("/tasks/%s/transfers".formatted(one.task()),
                        Stream.concat(form, Stream.of(ladder)).toArray(String[]::new));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        floor.sandbox.reservation(floor.sandbox.invitedTask(one));
        floor.forgetRecent();
    }

    private Element card(String who) {
        return floor.deskOf(who).get("/tasks").html().select("#offers .offer").last();
    }
}
