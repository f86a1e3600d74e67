package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ContractTest
class FavouriteTests extends OneConversation {

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void settle() {
        floor.settle();
    }

    @AfterEach
    void keepNobody() {
        jdbc.sql("delete from favourite").update();
    }

    @Test
    void areTheFirstGroupInTheOrderInWhichTheyWereKept() {

        var carol = keep(floor.carol);
        keep(floor.billing);

        assertThat(carol.status()).isEqualTo(204);
        assertThat(carol.header("HX-Trigger")).contains("favourites-changed");
        assertThat(groups(targets("")).getFirst()).isEqualTo("targets-favourites");
        assertThat(favourites(targets(""))).containsExactly("Carol Chen", "Billing");
        assertThat(targets("").select("[data-favourite=true]")).hasSize(2);
    }

    @Test
    void areNotListedOnceMoreAmongTheOthers() {
        keep(floor.carol);
        assertThat(targets("").select("[data-sid=%s]".formatted(floor.carol))).hasSize(1);
    }

    @Test
    void haveToMatchWhatIsSearchedLikeAnybody() {
        keep(floor.carol);
        assertThat(targets("q=billing").select("[data-sid=%s]".formatted(floor.carol))).isEmpty();
    }

    @Test
    void standWithTheReasonAmongThoseWhoCannotBeChosen() {

        keep(floor.sandbox.worker("Dan Dubois"));

        assertThat(favourites(targets(""))).isEmpty();
        assertThat(targets("").select("[aria-labelledby=targets-ineligible] [data-favourite=true] .option__why").text())
                .isEqualTo("offline");
    }

    @Test
    void areNobodyElses() {
        keep(floor.carol);
        assertThat(jdbc.sql("select username from favourite").query(String.class).list()).containsExactly("alice");
    }

    @Test
    void areLetGo() {

        keep(floor.carol);
        keep(floor.carol);
        letGo(floor.carol);
        letGo(floor.carol);

        assertThat(favourites(targets(""))).isEmpty();
    }

    @Test
    void areTwentyAtMost() {

        IntStream.range(0, 20).forEach(it -> assertThat(keep("WK%032x".formatted(it)).status()).isEqualTo(204));

        var refused = keep(floor.carol);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.notice()).isEqualTo("Not kept: you have 20 favourites already. Let one go first.");
        assertThat(keep("WK%032x".formatted(0)).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "bob", "WK1", "WT00000000000000000000000000000001" })
    void areTargets(String target) {
        assertThat(keep(target).status()).isEqualTo(422);
    }

    @Test
    void areChangedOnlyWithTheTokenOfThePage() {

        var alice = floor.deskOf("alice");
        var answer = alice.send("/favourites", it -> alice.form(it, "PUT", "target", floor.carol, "kept", "true"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(favourites(targets(""))).isEmpty();
    }

    private Answer keep(String target) {
        return floor.deskOf("alice").put("/favourites", "target", target, "kept", "true");
    }

    private void letGo(String target) {
        assertThat(floor.deskOf("alice").put("/favourites", "target", target).status()).isEqualTo(204);
    }

    private Document targets(String query) {
        return floor.deskOf("alice").get("/tasks/%s/targets?%s".formatted(one.task(), query)).html();
    }

    private static List<String> favourites(Document page) {
        return page.select("[aria-labelledby=targets-favourites] .option__name").eachText();
    }

    private static List<String> groups(Document page) {
        return page.select("[role=group]").eachAttr("aria-labelledby");
    }
}
