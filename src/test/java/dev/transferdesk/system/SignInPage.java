package dev.transferdesk.system;

import org.openqa.selenium.chrome.ChromeDriver;

final class SignInPage extends Page {

    private static final String PASSWORD = "sandbox";

    SignInPage(ChromeDriver browser, String desk) {
        super(browser, desk);
    }

    SignInPage open() {
        go("/login");
        return this;
    }

    DeskPage signIn(Person person) {

        tryToSignIn(person.username(), PASSWORD);
        sees(".topbar__who", person.fullName());

        return new DeskPage(browser, desk);
    }

    void tryToSignIn(String username, String password) {
        find("#username").sendKeys(username);
        find("#password").sendKeys(password);
        press("#sign-in");
    }

    void isAsked() {
        isAt("/login");
        find("#username");
    }
}
