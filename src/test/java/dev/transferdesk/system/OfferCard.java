package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;

/** A conversation that somebody is asked to take. */
final class OfferCard {

    private final DeskPage page;
    private final String customer;

    OfferCard(DeskPage page, String customer) {
        this.page = page;
        this.customer = customer;
        page.sees(part("//h2//bdi"), customer);
    }

    void says(String text) {
        page.sees(part("//p"), text);
    }

    void hasNote(String note) {
        page.sees(part("//blockquote"), note);
    }

    /** The last messages. */
    void quotes(String... messages) {
        Patience.until(() -> assertThat(page.texts(part("//ol/li"))).containsExactly(messages));
    }

    TaskPage accept() {

        page.press(part("//button[.='Accept']"));
        page.sees("#customer", customer);

        return new TaskPage(page.browser, page.desk);
    }

    void decline() {
        page.press(part("//button[.='Decline']"));
    }

    private By part(String path) {
        return By.xpath("//*[@id='offers']//article[.//h2//bdi='%s']%s".formatted(customer, path));
    }
}
