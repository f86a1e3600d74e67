package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Sets the stage: nothing is left of the story before, and nothing went wrong behind the scenes of this one. */
final class Stagehand implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    /** The browser says so of every 4xx and 503, which are part of the stories. */
    private static final String REFUSAL = "Failed to load resource: the server responded with a status of (4\\d\\d|503)";

    /** And htmx of every search that the next letter replaces. */
    private static final String REPLACED = "\"htmx:(sendAbort|afterRequest), ";

    private static final Pattern NO_COMPLAINT = Pattern.compile(REFUSAL + "|" + REPLACED);

    @Override
    public void beforeEach(ExtensionContext context) {
        sandbox(context).reset();
        var jdbc = SpringExtension.getApplicationContext(context).getBean(JdbcClient.class);
        Stream.of("transfer_step", "transfer", "setting", "audit")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {

        var port = environment(context, "local.server.port");

        return new Stage("http://localhost:" + port, sandbox(context), () -> Browsers.lend(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(Browsers.lent(context).stream().flatMap(Stagehand::complaints))
                .as("complaints on the browsers' consoles")
                .isEmpty();
    }

    private static Stream<String> complaints(ChromeDriver browser) {
        return browser.manage()
                .logs()
                .get(LogType.BROWSER)
                .getAll()
                .stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !NO_COMPLAINT.matcher(message).find());
    }

    private static Sandbox sandbox(ExtensionContext context) {
        return new Sandbox(environment(context, "twilio.base-url"), environment(context, "twilio.account-sid"),
                environment(context, "twilio.auth-token"), environment(context, "twilio.workspace-sid"));
    }

    private static String environment(ExtensionContext context, String name) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        return application.getEnvironment().getRequiredProperty(name);
    }
}
