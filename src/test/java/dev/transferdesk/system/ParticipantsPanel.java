package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;

/** Who is in a conversation, and who is asked to come. */
final class ParticipantsPanel {

    private final TaskPage page;

    ParticipantsPanel(TaskPage page) {
        this.page = page;
        page.press("#tab-participants");
    }

    void showExactly(String... names) {
        Patience.until(() -> {
            assertThat(page.texts("[aria-labelledby=people-title] .person__name bdi"))
                    .containsExactlyInAnyOrder(names);
            assertThat(page.texts("#people-count")).containsExactly(String.valueOf(names.length));
        });
    }

    void showInvited(String name) {
        page.sees("[aria-labelledby=invites-title] .person__name bdi", name);
    }

    void showNobodyInvited() {
        page.seesNo("[aria-labelledby=invites-title]");
    }

    void cancelInviteOf(String name) {
        page.press(labelled("Cancel the invite of " + name));
    }

    Question remove(String name) {
        page.press(labelled("Remove " + name));
        return new Question(page.browser, page.desk);
    }

    void hasNoWayToRemove(String name) {
        page.seesNo(labelled("Remove " + name));
    }

    private static By labelled(String label) {
        return By.cssSelector("#people button[aria-label=\"%s\"]".formatted(label));
    }
}
