package dev.transferdesk.contract;

import static dev.transferdesk.contract.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
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

/** Whatever goes wrong while an offer is answered: the agent sees how it stands, and can answer if it still does. */
@Tag("soak")
@ContractTest
@ExtendWith(OutputCaptureExtension.class)
class TroubledOffersTests {

    @Autowired
    private Floor floor;

    private Case one;
    private String task;
    private String offer;

    @BeforeEach
    void isOffered() {
        one = floor.begin();
        floor.deskOf("alice")
                .post("/tasks/%s/transfers".formatted(one.task()), "target", floor.bob, "note", Floor.NOTE, "request",
                        UUID.randomUUID().toString());
        task = floor.sandbox.invitedTask(one);
        offer = floor.sandbox.reservation(task);
        floor.forgetRecent();
        assertThat(floor.deskOf("bob").get("/tasks").body()).contains("/offers/" + offer);
    }

    @AfterEach
    void tidy(CapturedOutput output) {
        floor.assertNoSecretsIn(output.getAll());
        floor.tidy();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsOrSaysThatItCouldNot(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", "*/Reservations/" + offer);

        assertTold(trouble, answer("acceptance"));

        if (trouble.isDone()) {
            until("Twilio has done it", () -> floor.sandbox.status(task).equals("assigned"));
            floor.forgetRecent();
            assertThat(floor.deskOf("bob").get("/tasks/" + task).status()).isEqualTo(200);
            floor.inTheEnd("it is on record", () -> floor.record(one).getFirst().state().equals("DONE"));
        } else if (trouble != Trouble.MISSING) {
            assertStillOffered();
            assertThat(answer("acceptance").status()).isEqualTo(200);
            assertThat(floor.sandbox.agentsIn(one)).contains(floor.bob);
        }
    }

    @ParameterizedTest
    @EnumSource
    void declinesOrSaysThatItCouldNot(Trouble trouble) {

        trouble.befall(floor.sandbox, "POST", "*/Reservations/" + offer);

        assertTold(trouble, answer("refusal"));

        if (trouble.isDone()) {
            until("Twilio has done it", () -> floor.sandbox.statusOfReservation(offer).equals("rejected"));
            floor.forgetRecent();
            assertThat(floor.deskOf("bob").get("/tasks").body()).doesNotContain("/offers/" + offer);
        } else if (trouble != Trouble.MISSING) {
            assertStillOffered();
            assertThat(answer("refusal").status()).isEqualTo(200);
        }
    }

    /** What the page would show besides cannot be asked; that the conversation is the agent's is certain. */
    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = { "BUSY", "UNAVAILABLE", "RESET_BEFORE", "HALF" })
    void opensTheConversationAlsoWhereNothingElseCanBeAsked(Trouble trouble) {

        trouble.befallAll(floor.sandbox, "GET", "/v1/*");

        var answer = answer("acceptance");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("HX-Redirect")).hasValue("/tasks/" + task);
    }

    private void assertStillOffered() {
        assertThat(floor.sandbox.statusOfReservation(offer)).isEqualTo("pending");
        assertThat(floor.deskOf("bob").get("/tasks").body()).contains("/offers/" + offer);
    }

    private Answer answer(String how) {
        return floor.deskOf("bob").post("/offers/%s/%s".formatted(offer, how));
    }

    private static void assertTold(Trouble trouble, Answer answer) {

        var expected = switch (trouble) {
            case BUSY_ONCE -> List.of(200);
            case MISSING -> List.of(409);
            default -> List.of(503);
        };

        assertThat(answer.status()).as(answer.text()).isIn(expected);
        if (!trouble.isAnswered()) {
            assertThat(Texts.sayWhy(answer)).as(answer.body()).isTrue();
        }
    }
}
