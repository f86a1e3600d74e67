package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** Asks whom a conversation is to go to. */
final class TransferDialog extends Page {

    private static final String WHY = "//span[contains(@class, 'option__why')]";

    TransferDialog(ChromeDriver browser, String desk) {
        super(browser, desk);
        isOpen();
    }

    TransferDialog isOpen() {
        Patience.until(
                () -> assertThat(browser.findElement(By.cssSelector("#transfer-dialog")).isDisplayed()).isTrue());
        return this;
    }

    void isClosed() {
        seesNo("#transfer-dialog");
    }

    TransferDialog search(String text) {

        var search = find("#target-search");
        search.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);

        return this;
    }

    /** By its name. A click into a list that is being replaced goes nowhere. */
    TransferDialog choose(String name) {

        search(name);
        Patience.until(() -> {
            if (chosen().isEmpty()) {
                browser.findElement(option(name, "")).click();
            }
            assertThat(chosen()).isNotEmpty();
        });

        return this;
    }

    TransferDialog lists(String... names) {
        Patience.until(() -> assertThat(texts("#target-options .option__name")).containsExactly(names));
        return this;
    }

    /** The target is there and cannot be chosen. */
    TransferDialog refuses(String name, String reason) {

        search(name);
        sees(option(name, WHY), reason);
        press(option(name, "[@aria-disabled='true']"));
        assertThat(chosen()).isEmpty();

        return this;
    }

    /** Whoever is chosen, from now on or no longer. */
    TransferDialog switchFavourite() {
        press("#target-favourite");
        return this;
    }

    void listsAsFavourites(String... names) {
        Patience.until(() -> assertThat(texts("[aria-labelledby=targets-favourites] .option__name"))
                .containsExactly(names));
    }

    TransferDialog note(String text) {
        find("#transfer-note").sendKeys(text);
        return this;
    }

    /** @return the names of all rows, in their order */
    List<String> pointAt(String name) {
        new Actions(browser).moveToElement(browser.findElement(option(name, ""))).perform();
        return texts(".option__name");
    }

    void pointElsewhere() {
        new Actions(browser).moveToElement(find("#transfer-title")).perform();
    }

    /** Of somebody in the list. */
    void shows(String name, String presence) {
        Patience.until(() -> assertThat(browser.findElement(option(name, "")).getText())
                .containsIgnoringCase(presence));
    }

    /** Too much to type. */
    TransferDialog pasteNote(String text) {

        run("""
                const note = document.getElementById('transfer-note')
                note.value = arguments[0]
                note.dispatchEvent(new Event('input', { bubbles: true }))
                """, text);

        return this;
    }

    void hasNote(String text) {
        Patience.until(() -> assertThat(find("#transfer-note").getDomProperty("value")).isEqualTo(text));
    }

    /** Below the note. */
    void tells(String text) {
        sees("#transfer-note-count", text);
    }

    /** Below the list. */
    void finds(String text) {
        sees("#targets p", text);
    }

    void onlyAvailable() {
        press("#target-available");
    }

    /** All, agents or queues. */
    void show(String kind) {
        press("#kind-" + kind);
    }

    /** What would be sent. */
    String filledIn() {
        return (String) run(
                "return new URLSearchParams(new FormData(document.getElementById('transfer-form'))).toString()");
    }

    /** The list is looked at again and again, whoever was chosen meanwhile. */
    void hearsOf(String name, String reason) {
        Patience.until(() -> {
            show("agents");
            show("all");
            assertThat(texts(option(name, WHY))).contains(reason);
        });
    }

    /** How long whoever is chosen has. */
    TransferDialog patience(String seconds) {
        type("#ladder-seconds", seconds);
        return this;
    }

    /** Whom to ask as well, in the end. */
    TransferDialog thenAsk(String name, String seconds) {

        unfold();
        press("#ladder-add");
        new Select(find("#ladder-rungs [data-rung]:last-child select")).selectByVisibleText(name);
        type("#ladder-rungs [data-rung]:last-child input", seconds);

        return this;
    }

    void asUsual() {
        unfold();
        press("#ladder-reset");
    }

    /** What happens if nobody answers. */
    TransferDialog saysOfTransfer(String text) {
        return says("#ladder-transfer", text);
    }

    TransferDialog saysOfInvite(String text) {
        return says("#ladder-invite", text);
    }

    private TransferDialog says(String place, String text) {
        Patience.until(() -> assertThat(find(place).getText().replaceAll("[\u2068\u2069]", "")).isEqualTo(text));
        return this;
    }

    private void type(String field, String text) {
        unfold();
        find(field).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    private void unfold() {
        if (find("#ladder-change").getDomAttribute("open") == null) {
            press("#ladder-change > summary");
        }
    }

    void transferTwice() {
        new Actions(browser).doubleClick(find("#send-transfer:enabled")).perform();
    }

    void inviteTwice() {
        new Actions(browser).doubleClick(find("#send-invite:enabled")).perform();
    }

    void transfer() {
        press("#send-transfer:enabled");
    }

    void invite() {
        press("#send-invite:enabled");
    }

    void isRefused(String text) {
        sees("#transfer-refusal .notice__text", text);
    }

    void close() {
        press("#transfer-close");
        isClosed();
    }

    private String chosen() {
        return String.valueOf(find("#transfer-target").getDomProperty("value"));
    }

    private static By option(String name, String path) {
        return By.xpath("//*[@id='target-options']//*[@role='option'][@data-name='%s']%s".formatted(name, path));
    }
}
