package dev.transferdesk.contract;

import static dev.transferdesk.contract.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever goes wrong while a page is made: it says so, and comes back with Twilio. */
@Tag("soak")
@ContractTest
@ExtendWith(OutputCaptureExtension.class)
class TroubledPagesTests {

    @Autowired
    private Floor floor;

    private Case one;

    @BeforeEach
    void begin() {
        one = floor.begin();
    }

    @AfterEach
    void tidy(CapturedOutput output) {
        floor.assertNoSecretsIn(output.getAll());
        floor.tidy();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BUSY_ONCE")
    void saysThatNothingCanBeShown(Trouble trouble) {

        floor.forgetEverything();
        trouble.befallAll(floor.sandbox, "GET", "/v1/*");

        pages().forEach(path -> {
            assertSaysWhy(path, floor.deskOf("alice").page(path));
            assertSaysWhy(path, floor.deskOf("alice").get(path));
        });

        floor.sandbox.calm();
        until("Twilio is back", () -> floor.deskOf("alice").page("/tasks/" + one.task()).status() == 200);
    }

    /** With what is known already, as long as it is worth something. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "BUSY_ONCE")
    void showsWhatItKnowsMeanwhile(Trouble trouble) {

        pages().forEach(path -> assertThat(floor.deskOf("alice").get(path).status()).isEqualTo(200));
        trouble.befallAll(floor.sandbox, "GET", "/v1/*");
        floor.pass(Floor.ONE_LOOK.plusSeconds(1));
        floor.stopTime();

        pages().forEach(path -> assertThat(floor.deskOf("alice").get(path).status()).isEqualTo(200));
    }

    /** Names, presence and figures are worth something, but not the conversation. */
    @ParameterizedTest
    @EnumSource(names = { "UNAUTHORIZED", "MISSING", "BUSY", "UNAVAILABLE", "HALF", "EMPTY", "RESET_BEFORE" })
    void offersTargetsWithoutTheirFigures(Trouble trouble) {

        floor.forgetEverything();
        trouble.befallAll(floor.sandbox, "GET", "*/RealTimeStatistics");
        trouble.befallAll(floor.sandbox, "GET", "*/Workers/*/Channels");

        var dialog = floor.deskOf("alice").get("/tasks/%s/transfer".formatted(one.task()));

        assertThat(dialog.status()).isEqualTo(200);
        assertThat(dialog.text()).contains("Bob Brandt", "Billing", "figures unavailable");
    }

    private Stream<String> pages() {
        return Stream.of("/tasks", "/tasks/" + one.task(), "/tasks/%s/participants".formatted(one.task()),
                "/tasks/%s/transfer".formatted(one.task()));
    }

    private static void assertSaysWhy(String path, Answer answer) {
        assertThat(answer.status()).as("%s: %s", path, answer.text()).isIn(404, 409, 503);
        assertThat(Texts.sayWhy(answer)).as("%s: %s", path, answer.body()).isTrue();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }
}
