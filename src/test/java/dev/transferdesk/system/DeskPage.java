package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** The desk as a signed-in person sees it, whichever conversation is selected. */
class DeskPage extends Page {

    DeskPage(ChromeDriver browser, String desk) {
        super(browser, desk);
    }

    /** What the desk remembers of Twilio may be older than the conversation. */
    TaskPage open(Chat chat) {

        Patience.until(() -> {
            go("/tasks/" + chat.task());
            assertThat(texts("#customer")).containsExactly(chat.customer());
        });

        return new TaskPage(browser, desk);
    }

    TaskPage choose(Chat chat) {

        press("#task-" + chat.task());
        sees("#customer", chat.customer());

        return new TaskPage(browser, desk);
    }

    DeskPage through(Screen screen) {
        screen.applyTo(browser);
        return this;
    }

    Keyboard keyboard() {
        return new Keyboard(browser);
    }

    SettingsPage openSettings() {
        press(".topbar__nav a[href$=settings]");
        return new SettingsPage(browser, desk);
    }

    SupervisionPage openTransfers() {
        press(".topbar__nav a[href$=transfers]");
        return new SupervisionPage(browser, desk);
    }

    OfferCard isOffered(Chat chat) {
        return isOffered(chat.customer());
    }

    OfferCard isOffered(String customer) {
        return new OfferCard(this, customer);
    }

    void isOfferedNothing() {
        seesNo("#offers .offer");
    }

    void has(Chat chat) {
        sees("#tasks .task-item__name bdi", chat.customer());
    }

    void hasNoMore(Chat chat) {
        seesNo("#task-" + chat.task());
    }

    void seesBadge(String text) {
        sees("#tasks .badge__text", text);
    }

    /** A confirmation, which goes away by itself. */
    void isTold(String text) {
        sees("#flash .notice__text", text);
    }

    /** A failure, which stays until it is closed. */
    void isWarned(String text) {
        sees("#alert .notice__text", text);
    }

    /** What became of a transfer from a conversation that is not selected, or not theirs any more. */
    void seesOutcomeOf(Chat chat, String outcome) {
        sees(report(chat, "//p/span[@dir]"), outcome);
    }

    void seesStepsOf(Chat chat, String... steps) {
        Patience.until(() -> assertThat(texts(report(chat, "//li//span[@dir]"))).containsExactly(steps));
    }

    void takesBack(Chat chat) {
        press(report(chat, "//button[starts-with(@id, 'takeback')]"));
    }

    /** What is still to be sent, from wherever they are. */
    void undoes(Chat chat) {
        press(report(chat, "//button[starts-with(@id, 'undo')]"));
    }

    /** How many seconds are left, though nobody is asked for them. */
    void seesTimeRunOut() {
        var before = secondsLeft();
        Patience.until(() -> assertThat(secondsLeft()).isLessThan(before));
    }

    private int secondsLeft() {
        return Patience.get(() -> Integer.parseInt(
                browser.findElement(By.cssSelector("time.countdown")).getText().replace(" s", "")));
    }

    void closeReportOf(Chat chat) {
        press(report(chat, "//button[starts-with(@id, 'close')]"));
    }

    /** Of a transfer under way, though nobody is asked for it. */
    void seesTimeGoOn() {
        var before = texts("#sent .bar__title .elapsed");
        Patience.until(() -> assertThat(texts("#sent .bar__title .elapsed")).isNotEqualTo(before));
    }

    void seesNoReportOf(Chat chat) {
        seesNo(report(chat, ""));
    }

    private static By report(Chat chat, String path) {
        return By.xpath("//*[@id='sent']//article[.//bdi='%s']%s".formatted(chat.customer(), path));
    }

    void seesThatItIsGone() {
        sees("#nothing", "This conversation is no longer with you");
    }

    /** As after many hours, or after signing out in another tab. */
    void losesTheSession() {
        browser.manage().deleteAllCookies();
    }

    SignInPage isSentToSignIn() {

        var page = new SignInPage(browser, desk);
        page.isAsked();

        return page;
    }

    /** As the browser's tab has it. */
    void isCalled(String title) {
        Patience.until(() -> assertThat(browser.getTitle()).isEqualTo(title));
    }

    void reload() {
        browser.navigate().refresh();
    }

    void goesBackAndForth() {
        browser.navigate().back();
        browser.navigate().forward();
    }

    void seesThatTwilioIsGone() {
        sees("#connection #twilio-lost", "Twilio cannot be reached; trying again. What you see is from");
        seesNo("#connection #desk-lost");
    }

    void seesThatTheDeskIsGone() {
        sees("#connection #desk-lost", "No connection to the desk; trying again. What you see is from");
    }

    void seesThatAllIsWell() {
        seesNo("#connection");
    }

    void signOut() {
        press("#sign-out");
    }
}
