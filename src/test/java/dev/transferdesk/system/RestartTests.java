package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.soak.DeskProcess;
import dev.transferdesk.soak.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.test.util.TestSocketUtils;

/** Pages that stay open while the desk behind them ends, and another one starts in its place. */
@ExtendWith(Browsers.class)
class RestartTests {

    /** Lets a test see whether the page is connected. */
    private static final String KEEP_STREAMS = """
            window.streams = []
            window.EventSource = class extends EventSource {
              constructor(...all) {
                super(...all)
                streams.push(this)
              }
            }""";
    private static final String CONNECTED = "return streams.at(-1).readyState === EventSource.OPEN";
    private static final int LINES = 40;

    private final int port = TestSocketUtils.findAvailableTcpPort();

    private Path folder;
    private SandboxProcess twilio;
    private DeskProcess desk;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "restart")), "desk");
        twilio = SandboxProcess.start(folder);
        desk = startDesk();
    }

    @AfterEach
    void stop() {
        desk.close();
        twilio.close();
    }

    @Test
    void nothingIsLostWhenTheDeskDies(ChromeDriver browser) {
        goesOnAfter(DeskProcess::kill, browser);
    }

    @Test
    @Tag("soak")
    void nothingIsLostWhenTheDeskIsStopped(ChromeDriver browser) {
        goesOnAfter(DeskProcess::close, browser);
    }

    private void goesOnAfter(Consumer<DeskProcess> end, ChromeDriver browser) {

        browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", KEEP_STREAMS));
        var stage = new Stage(desk.url().toString(), sandbox(), () -> browser);
        var ines = stage.customerOf(ALICE, "Hello?");
        var jonas = stage.customerOf(ALICE, "One question.");
        for (var line = 1; line <= LINES; line++) {
            sandbox().write(ines, "Line " + line);
        }
        var alice = stage.enter(ALICE, jonas);
        alice.transfer().choose("Bob Brandt").transfer();
        alice.seesOutcome("Transfer to Bob Brandt");
        alice.open(ines);
        alice.seesOutcomeOf(jonas, "Transfer to Bob Brandt");
        alice.staysLoaded();
        alice.run("transcript.scrollTop = 60");
        var dialog = alice.transfer().choose("Carol Chen").note("She is wait");

        end.accept(desk);
        sandbox().write(ines, "Nobody hears this at once.");
        alice.seesThatTheDeskIsGone();
        dialog.note("ing");
        desk = startDesk();

        alice.seesThatAllIsWell();
        alice.seesBehind("Nobody hears this at once.");
        assertThat(alice.run(
                "return [...document.querySelectorAll('.message__body')].filter(it => it.textContent.includes('Nobody hears')).length"))
                .isEqualTo(1L);
        alice.wasNotReloaded();
        assertThat(alice.run("return document.activeElement.id")).isEqualTo("transfer-note");
        dialog.note(".");
        dialog.hasNote("She is waiting.");
        assertThat(alice.run("return Math.round(transcript.scrollTop)")).isEqualTo(60L);
        alice.seesOutcomeOf(jonas, "Transfer to Bob Brandt");
        Patience.until(() -> assertThat(alice.run(CONNECTED)).isEqualTo(true));

        dialog.transfer();
        alice.seesOutcome("Transfer to Carol Chen");
        assertThat(sandbox().tasksMadeFor(ines)).hasSize(1);
        assertThat(sandbox().tasksMadeFor(jonas)).hasSize(1);
    }

    private DeskProcess startDesk() {
        return DeskProcess.start(Stream.of(twilio.arguments(), user(ALICE), List.of(
                "--server.port=" + port, "--server.address=127.0.0.1", "--freshness.poll-every=500ms",
                "--freshness.events=400ms", "--transfers.ladder.agent=10m",
                "--features.conversation-transfer.enabled=true", "--features.conversation-transfer.cold-transfer=true",
                "--features.conversation-transfer.multi-participant=true",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("desk").toAbsolutePath()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"))
                .flatMap(List::stream)
                .toList(), folder.resolve("desk.log"));
    }

    private List<String> user(Person person) {

        var prefix = "--identity.users[0].";

        return List.of(prefix + "username=" + person.username(), prefix + "password=sandbox",
                prefix + "display-name=" + person.fullName(), prefix + "role=AGENT",
                prefix + "worker-sid=" + sandbox().worker(person.fullName()));
    }

    private Sandbox sandbox() {
        return new Sandbox(twilio.setting("base-url"), twilio.setting("account-sid"), twilio.setting("auth-token"),
                twilio.setting("workspace-sid"));
    }
}
