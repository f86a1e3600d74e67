package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/** The sandbox's stand-in for Flex. */
final class SandboxPage extends Page {

    SandboxPage(ChromeDriver browser, String sandbox) {
        super(browser, sandbox);
    }

    SandboxPage open() {
        go("/");
        sees("#workers strong", "Alice Alvarez");
        return this;
    }

    SandboxPage writeIn(String customer, String says) {
        press(By.xpath("//summary[.='New customer']"));
        find("#customer [name=customer]").sendKeys(customer);
        find("#customer [name=body]").sendKeys(says);
        press("#customer button");
        sees("#messages p", says);
        return this;
    }

    SandboxPage writeAgain(String says) {
        find("#reply input").sendKeys(says);
        press("#reply button");
        sees("#messages p", says);
        return this;
    }

    /** Presses a button beside what this worker was offered or works on. */
    SandboxPage answer(Person worker, String customer, String answer) {
        press(By.xpath("//article[.//strong[.='%s']]//li[.//strong[.='%s']]//button[span[1][.='%s']]"
                .formatted(worker.fullName(), customer, answer)));
        return this;
    }

    void works(Person worker, String customer, String status) {
        sees(By.xpath("//article[.//strong[.='%s']]//li[.//strong[.='%s']]//span[@data-text='status']"
                .formatted(worker.fullName(), customer)), status);
    }

    void isDoneWith(Person worker, String customer) {
        seesNo(By.xpath("//article[.//strong[.='%s']]//li//strong[.='%s']".formatted(worker.fullName(), customer)));
    }

    SandboxPage move(Person worker, String activity) {
        Patience.until(() -> new Select(browser.findElement(
                By.cssSelector("[aria-label='Activity of %s']".formatted(worker.fullName()))))
                .selectByVisibleText(activity));
        return this;
    }

    SandboxPage advance(String howFar) {
        press(By.xpath("//button[.='%s']".formatted(howFar)));
        return this;
    }

    SandboxPage breakDown(String fault) {
        new Select(find("#fault [name=kind]")).selectByVisibleText(fault);
        press("#fault .primary");
        return this;
    }

    SandboxPage repair() {
        press("[data-action=disarm]");
        return this;
    }

    void hasNoBarrier() {
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
    }
}
