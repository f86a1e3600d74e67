package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.Keys.ARROW_DOWN;
import static org.openqa.selenium.Keys.ARROW_UP;
import static org.openqa.selenium.Keys.END;
import static org.openqa.selenium.Keys.ENTER;
import static org.openqa.selenium.Keys.ESCAPE;
import static org.openqa.selenium.Keys.HOME;
import static org.openqa.selenium.Keys.TAB;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The transfer dialog under the fingers of someone without a mouse. */
@ExtendWith(Browsers.class)
class TransferDialogTests {

    private static final String FILTERED = "return document.querySelectorAll('[role=option]').length === 1";

    @Test
    void tOpensItWithTheFocusInTheSearchBox(ChromeDriver browser) {

        var page = openByKey(browser);

        assertThat(page.focused().getAccessibleName()).isEqualTo("Agent or queue");
        assertThat(page.focused().getAriaRole()).isEqualTo("combobox");
        assertThat(page.find("#transfer-dialog").getAccessibleName()).isEqualTo("Transfer Dana Customer");
    }

    @Test
    void arrowsGoThroughOptionsThatSayWhatTheyAre(ChromeDriver browser) {

        var page = openByKey(browser).press(ARROW_DOWN);
        assertThat(page.activeOption().getAccessibleName()).isEqualTo("Ana Ruiz, Available, 3 of 5 chats");

        page.press(ARROW_DOWN);
        assertThat(page.activeOption().getAccessibleName())
                .isEqualTo("Billing, queue, 4 of 11 agents available, 7 waiting, longest 5:40");

        page.press(END);
        assertThat(page.activeOption().getAccessibleName())
                .isEqualTo(
                        "Forgotten, queue, 2 of 2 agents available, 1 waiting, longest 1:06:40, no route in the workflow");

        page.press(ARROW_DOWN);
        assertThat(page.activeOption().getAccessibleName()).startsWith("Ana Ruiz");

        page.press(ARROW_UP, HOME);
        assertThat(page.activeOption().getAccessibleName()).startsWith("Ana Ruiz");
        assertThat(page.focused().getDomAttribute("id")).isEqualTo("target-search");
    }

    @Test
    void enterChoosesAndTheButtonsNameTheResult(ChromeDriver browser) {

        var page = openByKey(browser);
        assertThat(page.findAll("[data-send]")).noneMatch(WebElement::isEnabled);

        page.press(ARROW_DOWN, ENTER);

        assertThat(page.findAll("[data-send]")).allMatch(WebElement::isEnabled)
                .extracting(WebElement::getText)
                .containsExactly("Invite Ana Ruiz", "Transfer to Ana Ruiz");
        assertThat(page.find("#target-search").getDomProperty("value")).isEqualTo("Ana Ruiz");
        assertThat(page.find("#target-options").isDisplayed()).isFalse();
    }

    @Test
    void whoCannotTakeItCannotBeChosen(ChromeDriver browser) {

        var page = openByKey(browser).press(ARROW_DOWN, END, ENTER);

        assertThat(page.activeOption().getDomAttribute("aria-disabled")).isEqualTo("true");
        assertThat(page.findAll("[data-send]")).noneMatch(WebElement::isEnabled);
        assertThat(page.find("#targets-status").getDomProperty("textContent")).contains("no route in the workflow");
    }

    @Test
    void typingSearchesAndForgetsTheChoice(ChromeDriver browser) {

        var page = openByKey(browser).press(ARROW_DOWN, ENTER);
        page.click("#target-search").press("sibyl").waitUntil(FILTERED);

        assertThat(page.find("[role=option]").getAccessibleName()).startsWith("Sibyl Okafor, On break");
        assertThat(page.find("#kind-all").getAccessibleName()).isEqualTo("All 1");
        assertThat(page.find("#kind-queues").getAccessibleName()).isEqualTo("Queues 0");
        assertThat(page.find("#targets-status").getDomProperty("textContent")).isEqualTo("1 match");
        assertThat(page.findAll("[data-send]")).noneMatch(WebElement::isEnabled);
    }

    @Test
    void whoeverIsChosenCanBeKeptAsAFavourite(ChromeDriver browser) {

        var page = openByKey(browser);
        assertThat(page.find("#target-favourite").isDisplayed()).isFalse();

        page.press(ARROW_DOWN, ENTER);
        assertThat(page.find("#target-favourite").getAriaRole()).isEqualTo("switch");
        assertThat(page.find("#target-favourite").getAccessibleName()).isEqualTo("Favourite");
        assertThat(page.find("#target-favourite").isSelected()).isFalse();

        page.click("#target-favourite").waitUntil(FILTERED);
        assertThat(page.find("#target-favourite").isSelected()).isTrue();
        assertThat(page.find("#transfer-target").getDomProperty("value")).isNotEmpty();
        assertThat(page.find("#target-options").isDisplayed()).isFalse();

        page.click("#target-search").press("x");
        assertThat(page.find("#target-favourite").isDisplayed()).isFalse();
    }

    @Test
    void aFavouriteIsShownAsOne(ChromeDriver browser) {

        var page = PreviewPage.open(browser, "conversation?favourites").openTransferDialog();

        page.press(ARROW_DOWN, ENTER);
        assertThat(page.find("#target-favourite").isSelected()).isTrue();

        page.click("#target-search").press(ARROW_DOWN, ARROW_DOWN, ARROW_DOWN, ENTER);
        assertThat(page.find("#target-favourite").isSelected()).isFalse();
    }

    @Test
    void escapeClosesTheListThenTheDialog(ChromeDriver browser) {

        var page = openByKey(browser).press(ESCAPE);
        assertThat(page.isTransferDialogOpen()).isTrue();
        assertThat(page.find("#target-options").isDisplayed()).isFalse();

        page.press(ESCAPE);
        assertThat(page.isTransferDialogOpen()).isFalse();
        assertThat(page.focused().getDomAttribute("id")).isEqualTo("transfer-button");
    }

    @Test
    void aRefusalIsToldInsideAndNothingTypedIsLost(ChromeDriver browser) {

        var page = openByKey(browser).press(ARROW_DOWN, ENTER);
        var request = page.find("#transfer-request").getDomProperty("value");
        page.find("#transfer-note").sendKeys("Charged twice");
        page.pressWithControl(ENTER).waitUntil("return document.querySelector('#transfer-refusal .notice') !== null");

        assertThat(page.find("#transfer-refusal").getText()).startsWith("Not sent. Ana Ruiz went offline.");
        assertThat(page.find("#transfer-refusal").getAriaRole()).isEqualTo("alert");
        assertThat(page.isTransferDialogOpen()).isTrue();
        assertThat(page.find("#transfer-note").getDomProperty("value")).isEqualTo("Charged twice");
        assertThat(page.find("#transfer-request").getDomProperty("value")).isNotEqualTo(request)
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    void whatWasSentClosesItAndIsTold(ChromeDriver browser) {

        var page = openByKey(browser).press(ARROW_DOWN, ENTER);
        page.click("#send-invite").waitUntil("return !document.querySelector('#transfer-dialog').open");

        page.waitUntil("return document.querySelector('#flash').textContent.includes('Ana Ruiz invited')");
        assertThat(page.focused().getDomAttribute("id")).isEqualTo("transfer-button");
    }

    @Test
    void aNoteIsKeptUntilItIsSent(ChromeDriver browser) {

        var page = openByKey(browser);
        page.find("#transfer-note").sendKeys("Charged twice");
        page.press(ESCAPE);

        page.openTransferDialog();
        assertThat(page.find("#transfer-note").getDomProperty("value")).isEqualTo("Charged twice");

        page.press(ARROW_DOWN, ENTER)
                .click("#send-invite")
                .waitUntil("return !document.querySelector('#transfer-dialog').open");
        page.openTransferDialog();
        assertThat(page.find("#transfer-note").getDomProperty("value")).isEmpty();
    }

    @Test
    void tIsALetterWhileSomeoneWrites(ChromeDriver browser) {

        var page = openByKey(browser).press("t", TAB);

        assertThat(page.find("#target-search").getDomProperty("value")).isEqualTo("t");
    }

    private static PreviewPage openByKey(ChromeDriver browser) {
        return PreviewPage.open(browser, "conversation")
                .press("t")
                .waitUntil("return document.querySelector('#transfer-dialog')?.open === true");
    }
}
