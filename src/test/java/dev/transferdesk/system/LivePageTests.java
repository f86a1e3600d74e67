package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.openqa.selenium.Keys.ARROW_LEFT;
import static org.openqa.selenium.Keys.ARROW_RIGHT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/** Pages that follow what happens, without getting into the way of whoever reads them. */
@ExtendWith(Browsers.class)
class LivePageTests {

    private static final String COUNT_POLLS = """
            window.polls = 0;
            document.addEventListener('htmx:afterRequest', event => event.detail.elt.id === 'poll' && window.polls++)""";
    private static final String TWO_POLLS = "return window.polls >= 2";

    @Test
    void whatHasNotChangedIsLeftAlone(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "invite-open?tab=participants");
        page.run(COUNT_POLLS);
        page.run("for (const it of document.querySelectorAll('[id]')) it.untouched = true");
        page.click("#tab-participants").waitUntil(TWO_POLLS);

        assertThat(page.run(
                "return [...document.querySelectorAll('.desk [id]')].filter(it => !it.untouched).map(it => it.id)"))
                .asInstanceOf(LIST)
                .isEmpty();
        page.assertConsoleIsQuiet();
    }

    @Test
    void theListIsFollowedWithoutAConversation(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "offers");
        page.run(COUNT_POLLS);
        page.waitUntil(TWO_POLLS).assertConsoleIsQuiet();
    }

    @Test
    void newMessagesAreAddedOnce(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "embedded?message");
        page.run("for (const it of document.querySelectorAll('.message')) if (it.id > 'message-5') it.remove()");
        page.run(COUNT_POLLS);
        page.waitUntil(TWO_POLLS);

        assertThat(page.findAll(".message")).extracting(it -> it.getDomAttribute("id"))
                .doesNotHaveDuplicates()
                .hasSize(12);
    }

    @Test
    void theNewestMessageIsInViewUnlessOlderOnesAreRead(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "conversation");
        assertThat(page.run("return transcript.scrollHeight - transcript.scrollTop - transcript.clientHeight < 2"))
                .isEqualTo(true);

        page.run("transcript.scrollTop = 0");
        var distance = page.run("return transcript.scrollHeight - transcript.scrollTop");
        page.click("#earlier-button").waitUntil("return document.getElementById('earlier-button') === null");

        assertThat(page.run("return transcript.scrollHeight - transcript.scrollTop")).isEqualTo(distance);
    }

    @Test
    void aTwilioThatIsGoneIsToldUntilItIsBack(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "conversation?down")
                .waitUntil("return document.querySelector('#connection').checkVisibility()");
        assertThat(page.find("#connection").getText()).startsWith("Twilio cannot be reached");
        assertThat(page.find("#alert").getText()).isEmpty();

        page.run("history.replaceState(null, '', '?')");
        page.waitUntil("return !document.querySelector('#connection').checkVisibility()");
    }

    @Test
    void aConversationThatIsGoneLeavesTheList(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "conversation?gone").click("#departure-button").click("#confirm-no");
        page.waitUntil("return document.querySelector('.task--gone') !== null");

        assertThat(page.find("#task").getText()).startsWith("This conversation is no longer with you");
        assertThat(page.focused().getDomAttribute("id")).isEqualTo("nothing");
        assertThat(browser.getCurrentUrl()).endsWith("/tasks");
        assertThat(browser.getTitle()).isEqualTo("Transfer Desk");
    }

    @Test
    void aBrowserThatForbidsSoundIsToldOf(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "offers");
        assertThat(page.find("#offer-sound").getDomAttribute("aria-checked")).isEqualTo("false");

        page.run("localStorage.setItem('offer-sound', 'on')");
        PreviewPage.open(browser, "offers")
                .waitUntil("return document.getElementById('offer-sound-blocked').checkVisibility()")
                .press("x")
                .waitUntil("return !document.getElementById('offer-sound-blocked').checkVisibility()");
    }

    @Test
    void anOfferIsSeenBesideAConversationAlsoWhereThereIsNoRoomForTheList(ChromeDriver browser) {

        Screen.PANEL_LIGHT.applyTo(browser);
        var page = PreviewPage.open(browser, "offer-meanwhile");

        assertThat(page.find("[id^=accept-]").isDisplayed()).isTrue();
        assertThat(page.find("#tasks").isDisplayed()).isFalse();
        assertThat(page.find("#transfer-button").isDisplayed()).isTrue();
        assertThat(browser.getTitle()).isEqualTo("(1) Dana Customer · Transfer Desk");
    }

    @Test
    void elapsedTimesGoOn(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "transfer-under-way");
        var before = page.find("#with-you").getText();

        assertThat(before).matches("\\d+:\\d\\d");
        page.waitUntil("return document.querySelector('#with-you').textContent.trim() !== '" + before + "'");
    }

    @Test
    void tabsGoByArrowsAndAreInTheAddress(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "several-agents").click("#tab-conversation").press(ARROW_RIGHT);
        assertThat(page.focused().getText()).startsWith("Participants");
        assertThat(page.find("#panel-participants").isDisplayed()).isTrue();
        assertThat(page.find("#panel-conversation").isDisplayed()).isFalse();
        assertThat(browser.getCurrentUrl()).endsWith("?tab=participants");

        page.press(ARROW_LEFT, ARROW_LEFT);
        assertThat(page.focused().getText()).startsWith("Transfers");
    }

    @Test
    void aTabThatIsSwitchedOffIsNotThere(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "switched-off?tab=participants");

        assertThat(page.find("#tab-participants").isDisplayed()).isFalse();
        assertThat(page.find("#panel-conversation").isDisplayed()).isTrue();
        assertThat(page.find("#transfer-button").isDisplayed()).isFalse();
    }

    @Test
    void aQuestionIsAskedBeforeSomeoneIsRemoved(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "several-agents?tab=participants").click("[id^=remove-]");

        assertThat(page.find("#confirm").getAccessibleName()).isEqualTo("Remove Bob Brandt?");
        assertThat(page.focused().getText()).isEqualTo("Go back");

        page.click("#confirm-no");
        assertThat(page.focused().getAccessibleName()).isEqualTo("Remove Bob Brandt");
    }
}
