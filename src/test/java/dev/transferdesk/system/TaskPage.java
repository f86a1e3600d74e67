package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.chrome.ChromeDriver;

/** The desk with a conversation selected. */
final class TaskPage extends DeskPage {

    private final Chat chat;

    TaskPage(ChromeDriver browser, String desk, Chat chat) {
        super(browser, desk);
        this.chat = chat;
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

    void hasNoTransfer() {
        seesNo("#transfer-button");
    }

    void reads(String message) {
        press("#tab-conversation");
        sees("#messages .message__body", message);
    }

    ParticipantsPanel participants() {
        return new ParticipantsPanel(this);
    }

    void leave() {
        askToLeave("Leave").confirm("Leave");
    }

    void end() {
        askToLeave("End").confirm("End");
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

    void seesNoBar() {
        seesNo("#bars .bar");
    }

    void cancelInBar() {
        press("#bars [id^=cancel-invite]");
    }

    void closeBar() {
        press("#bars [id^=close]");
    }

    /** The steps of the latest transfer as the history has them. */
    void seesSteps(String... steps) {
        press("#tab-transfers");
        Patience.until(() -> assertThat(texts("#history .past:first-child .step__text [dir]")).containsExactly(steps));
    }

    Chat chat() {
        return chat;
    }
}
