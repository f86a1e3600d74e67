package dev.transferdesk.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Gives a test one browser for each parameter of type {@link ChromeDriver}: fresh in cookies, storage and size, the
 * program itself being reused from test to test and quit when the last test has run.
 *
 * <p>What the browsers showed when a test failed is kept under {@code target/screenshots}.
 */
public final class Browsers implements ParameterResolver, AfterEachCallback {

    /** The size of a page on a desk, unless a test asks for another one. */
    public static final Dimension WIDE = new Dimension(1280, 900);

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Browsers.class);

    private static final Path PICTURES = Path.of("target", "screenshots");

    /** Selenium complains of each browser newer than itself; held here since loggers are collected like anything else. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ChromeDriver.class;
    }

    @Override
    public ChromeDriver resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return lend(context);
    }

    /** One more browser for the test at hand, taken back when it ends. */
    static ChromeDriver lend(ExtensionContext context) {

        var browser = idle(context).take();
        lent(context).add(browser);

        return browser;
    }

    @Override
    public void afterEach(ExtensionContext context) {

        var lent = lent(context);

        if (context.getExecutionException().isPresent()) {
            lent.forEach(browser -> keepPicture(browser, context, lent.indexOf(browser)));
        }

        lent.forEach(idle(context)::giveBack);
        lent.clear();
    }

    private static void keepPicture(ChromeDriver browser, ExtensionContext context, int number) {

        var name = "%s.%s-%d".formatted(context.getRequiredTestClass().getSimpleName(),
                context.getRequiredTestMethod().getName(), number);

        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
            Files.writeString(PICTURES.resolve(name + ".html"), browser.getPageSource());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WebDriverException _) {
            // The browser is what failed: the test's own failure says so
        }
    }

    /** Those of the test at hand, in the order in which it got them. */
    @SuppressWarnings("unchecked")
    static List<ChromeDriver> lent(ExtensionContext context) {
        return context.getStore(HERE)
                .computeIfAbsent(context.getUniqueId(), _ -> new ArrayList<ChromeDriver>(), List.class);
    }

    private static Idle idle(ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent(Idle.class, _ -> new Idle(Chromium.find()), Idle.class);
    }

    /** The browsers that no test uses at the moment. JUnit closes it after the last test. */
    private static final class Idle implements AutoCloseable {

        private final Chromium chromium;
        private final Deque<ChromeDriver> browsers = new ArrayDeque<>();

        Idle(Chromium chromium) {
            this.chromium = chromium;
            SELENIUM.setLevel(Level.SEVERE);
        }

        synchronized ChromeDriver take() {

            var browser = browsers.isEmpty() ? start() : browsers.pop();
            browser.manage().window().setSize(WIDE);

            return browser;
        }

        private ChromeDriver start() {

            var service = new ChromeDriverService.Builder().usingDriverExecutable(chromium.driver().toFile())
                    .usingAnyFreePort()
                    .build();

            return new ChromeDriver(service, options());
        }

        private ChromeOptions options() {

            var console = new LoggingPreferences();
            console.enable(LogType.BROWSER, Level.ALL);

            var options = new ChromeOptions();
            options.setBinary(chromium.browser().toFile());
            options.setCapability("goog:loggingPrefs", console);
            options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--disable-extensions", "--hide-scrollbars", "--lang=en-GB");

            return options;
        }

        /**
         * A new tab has no session storage and no emulated media; cookies belong to the whole browser. A page that loses
         * them goes to the sign-in page, and no tab is closed for many seconds while it is on the way.
         */
        synchronized void giveBack(ChromeDriver browser) {
            try {
                var used = browser.getWindowHandles();
                used.forEach(tab -> forgetChoices((ChromeDriver) browser.switchTo().window(tab)));
                used.forEach(tab -> browser.switchTo().window(tab).get("about:blank"));
                browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
                var fresh = browser.switchTo().newWindow(WindowType.TAB).getWindowHandle();
                used.forEach(tab -> browser.switchTo().window(tab).close());
                browser.switchTo().window(fresh);
                browser.manage().logs().get(LogType.BROWSER);
                browsers.push(browser);
            } catch (WebDriverException _) {
                browser.quit();
            }
        }

        /** What a page keeps for the next one; a page without an address of ours has no place for it. */
        private static void forgetChoices(ChromeDriver browser) {
            browser.executeScript("try { localStorage.clear() } catch {}");
        }

        @Override
        public synchronized void close() {
            browsers.forEach(WebDriver::quit);
        }
    }
}
