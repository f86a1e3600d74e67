package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.openqa.selenium.chrome.ChromeDriver;

/** Where one story takes place: the desk, what stands behind it, and a browser for everybody who comes in. */
final class Stage {

    private final Iterator<String> customers = List.of("Ines Ibarra", "Jonas Juhl", "Kirsten Krüger", "Luis Lima")
            .iterator();

    private final String desk;
    private final Sandbox sandbox;
    private final Supplier<ChromeDriver> browsers;

    Stage(String desk, Sandbox sandbox, Supplier<ChromeDriver> browsers) {
        this.desk = desk;
        this.sandbox = sandbox;
        this.browsers = browsers;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Somebody new writes in, and this agent takes it. */
    Chat customerOf(Person agent, String says) {
        return sandbox.begin(customers.next(), agent.fullName(), says);
    }

    /** What stands in for Flex, for somebody who uses that. */
    SandboxPage flex() {
        return new SandboxPage(browsers.get(), sandbox.url()).open();
    }

    SignInPage visitor() {
        return new SignInPage(browsers.get(), desk).open();
    }

    /** As an administrator has decided. */
    void letSendersLeaveAtOnce() {
        var ada = enter(Person.ADA);
        assertThat(ada.request("PUT", "/admin/settings/release", "value=immediately")).isEqualTo(200);
    }

    /** The same. */
    void letSendersUndoFor(int seconds) {
        var ada = enter(Person.ADA);
        assertThat(ada.request("PUT", "/admin/settings/undo-window", "value=" + seconds)).isEqualTo(200);
    }

    /** A supervisor's page. */
    SupervisionPage supervise() {
        return enter(Person.SAM).openTransfers();
    }

    /** Comes in with a browser of their own and signs in. */
    DeskPage enter(Person person) {
        return visitor().signIn(person);
    }

    /** The same, and goes on to this conversation. */
    TaskPage enter(Person person, Chat chat) {
        return enter(person).open(chat);
    }
}
