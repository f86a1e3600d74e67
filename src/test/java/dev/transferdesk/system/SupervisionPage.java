package dev.transferdesk.system;

import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/** Where a supervisor sees to everybody's transfers. */
final class SupervisionPage extends Page {

    SupervisionPage(ChromeDriver browser, String desk) {
        super(browser, desk);
        isAt("/admin/transfers");
    }

    void seesNone() {
        sees("#board-rest p", "No transfers so far. They appear here by themselves.");
    }

    /** @param group in-flight, stuck or ended */
    void seesIn(String group, Chat chat, String state) {
        sees(By.xpath("//*[@id='board-%s']%s//*[@class='watched__state']/span[@dir]".formatted(group, row(chat))),
                state);
    }

    void seesNoneOf(Chat chat) {
        seesNo(By.xpath(row(chat)));
    }

    void search(String text) {
        find("#board-q").sendKeys(text);
    }

    void show(String which) {
        press(By.xpath("//label[input[@id='show-%s']]".formatted(which)));
    }

    void returnsToSender(Chat chat) {
        press(button(chat, "return"));
    }

    void sendsToQueue(Chat chat, String queue) {
        press(button(chat, "queue"));
        new Select(find("#queue-dialog[open] select")).selectByVisibleText(queue);
        press("#board-queue-send");
    }

    SupervisionPage wantsToGiveUp(Chat chat) {
        press(button(chat, "surrender"));
        find("#surrender-dialog[open]");
        return this;
    }

    void reason(String reason) {
        find("#board-reason").sendKeys(reason);
    }

    void givesUp() {
        press("#board-surrender-send");
    }

    void isTold(String text) {
        sees("#flash .notice__text", text);
    }

    private static By button(Chat chat, String which) {
        return By.xpath("%s//button[starts-with(@id, '%s-')]".formatted(row(chat), which));
    }

    private static String row(Chat chat) {
        return "//article[.//h3//bdi='%s']".formatted(chat.customer());
    }
}
