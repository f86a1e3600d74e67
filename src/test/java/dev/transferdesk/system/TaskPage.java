package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.chrome.ChromeDriver;

/** The desk with a conversation selected. */
final class TaskPage extends DeskPage {

    TaskPage(ChromeDriver browser, String desk) {
        super(browser, desk);
    }

    TransferDialog transfer() {
        press("#transfer-button:not([aria-disabled])");
        return new TransferDialog(browser, desk);
    }

    void cannotTransfer(String reason) {
        find("#transfer-button[aria-disabled=true]");
        sees(".task-header__why .why", reason);
    }

    void cannotLeave(String reason) {
        find("#departure-button[aria-disabled=true]");
        sees(".task-header__why .why", reason);
    }

    void mayTransfer() {
        find("#transfer-button:not([aria-disabled])");
    }

    /** The dialog as it is while a mode is switched off. */
    TransferDialog transferOnceWithout(String button) {
        return Patience.get(() -> {
            var dialog = transfer();
            if (!texts(button).isEmpty()) {
                dialog.close();
                throw new AssertionError("Still there: " + button);
            }
            return dialog;
        });
    }

    void seesOptions(String... names) {
        new TransferDialog(browser, desk).lists(names);
    }

    void goBackToTheList() {
        press("#back");
        isAt("/tasks");
    }

    void hasNoParticipants() {
        seesNo("#tab-participants");
    }

    /** Marks the page, so that {@link #wasNotReloaded} can tell. */
    void staysLoaded() {
        run("window.sameAsBefore = true");
    }

    void wasNotReloaded() {
        assertThat(run("return window.sameAsBefore")).isEqualTo(true);
    }

    void hasNoTransfer() {
        seesNo("#transfer-button");
    }

    void reads(String message) {
        press("#tab-conversation");
        sees("#messages .message__body", message);
    }

    /** Also while a dialog is open, and among however many. */
    void seesBehind(String message) {
        Patience.until(() -> assertThat((String) run("return document.getElementById('messages').textContent"))
                .contains(message));
    }

    ParticipantsPanel participants() {
        return new ParticipantsPanel(this);
    }

    void leave() {
        askToLeave("Leave").confirm("Leave");
    }

    Question askToLeave(String button) {
        sees("#departure-button", button);
        press("#departure-button:not([aria-disabled])");
        return new Question(browser, desk);
    }

    /** What the bar above the conversation says of a transfer or an invite. */
    void seesOutcome(String outcome) {
        sees("#bars .bar__title [dir]", outcome);
    }

    /** As if the next poll were long in coming. */
    void hearsNothingNew() {
        run("document.getElementById('poll').remove()");
    }

    void seesNoBar() {
        seesNo("#bars .bar");
    }

    void cancelInBar() {
        press("#bars [id^=cancel-invite]");
    }

    void undoInBar() {
        press("#bars [id^=undo]");
    }

    void takeBackInBar() {
        press("#bars [id^=takeback]");
    }

    /** What happened so far, as the bar has it; Twilio may ask the same one twice meanwhile. */
    void seesStepsInBar(String... steps) {
        Patience.until(() -> assertThat(texts("#bars .step__text [dir]")).containsSubsequence(steps));
    }

    void closeBar() {
        press("#bars [id^=close]");
    }

    /** The steps of the latest transfer as the history has them. */
    void seesSteps(String... steps) {
        press("#tab-transfers");
        Patience.until(() -> assertThat(texts("#history .past:first-child .step__text [dir]")).containsExactly(steps));
    }
}
