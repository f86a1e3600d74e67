package dev.transferdesk.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ContractTest
class TargetSearchTests extends OneConversation {

    @BeforeEach
    void settle() {
        floor.settle();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = { "erin ekstrom, Erin Ekström", "WEBBER tom, Tom Webber",
        "silva break, ''", "lukasz, Łukasz Żółkiewski" })
    void findsByWordsWithoutAccents(String typed, String name) {
        assertThat(names(targets("q=" + URLEncoder.encode(typed, UTF_8))))
                .isEqualTo(name.equals("''") ? List.of() : List.of(name));
    }

    @Test
    void tellsWhyWhoeverIsShownLastCannotBeChosen() {

        var page = targets("q=");

        assertThat(groups(page)).contains("targets-agents").endsWith("targets-ineligible");
        assertThat(page.select("[aria-labelledby=targets-ineligible] [role=option]"))
                .allMatch(it -> !it.select(".option__why").text().isBlank())
                .anyMatch(it -> it.attr("aria-label").matches("Dan Dubois, .*offline"))
                .anyMatch(it -> it.attr("aria-label").matches("Erin Ekström, .*at capacity"))
                .anyMatch(it -> it.attr("aria-label").matches("Returns, .*no route in the workflow"));
    }

    @Test
    void showsOnlyThoseWhoCanBeChosen() {

        var page = targets("available=true");

        assertThat(groups(page)).doesNotContain("targets-ineligible");
        assertThat(names(page)).contains("Bob Brandt", "Billing").doesNotContain("Dan Dubois", "Returns");
    }

    private Document targets(String query) {
        return floor.deskOf("alice").get("/tasks/%s/targets?%s".formatted(one.task(), query)).html();
    }

    private static List<String> names(Document page) {
        return page.select(".option__name").eachText();
    }

    private static List<String> groups(Document page) {
        return page.select("[role=group]").eachAttr("aria-labelledby");
    }
}
