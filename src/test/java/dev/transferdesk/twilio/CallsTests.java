package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.GatewayFixture.ALICE;
import static dev.transferdesk.twilio.GatewayFixture.CONVERSATION;
import static dev.transferdesk.twilio.GatewayFixture.TASK;
import static dev.transferdesk.twilio.ScriptedTwilio.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.twilio.ScriptedTwilio.Reply;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CallsTests {

    private static final String BUSY = "{\"code\":20429,\"message\":\"Too Many Requests\"}";

    @Test
    void countsAndTimesCallsByTheirResult() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(404, ""), answer(200, CannedJson.worker(ALICE)), answer(401, ""));
                var gateway = GatewayFixture.at(twilio.url())) {

            gateway.workers.find(ALICE);
            gateway.workers.find(ALICE);
            assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> gateway.workers.find(ALICE));

            assertThat(timer(gateway, "workers.find", "ok").count()).isOne();
            assertThat(timer(gateway, "workers.find", "not_found").count()).isOne();
            assertThat(timer(gateway, "workers.find", "refused").count()).isOne();
        }
    }

    @Test
    void warnsOnceOfWhatIsRefused(CapturedOutput output) throws Exception {

        try (var twilio = new ScriptedTwilio(answer(401, "{\"code\":20003,\"message\":\"Authenticate\"}"));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> gateway.tasks.find(TASK))
                    .withMessage("tasks.find: REFUSED (Authenticate)");

            assertThat(output.getAll()).containsOnlyOnce("tasks.find")
                    .contains("WARN",
                            "tasks.find: REFUSED, HTTP 401, error 20003: Authenticate");
        }
    }

    @Test
    void isQuietAboutWhatItsCallersExpect(CapturedOutput output) throws Exception {

        try (var twilio = new ScriptedTwilio(answer(404, "")); var gateway = GatewayFixture.at(twilio.url())) {

            gateway.tasks.find(TASK);

            assertThat(output.getAll()).doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    void repeatsThePageThatFailedAndNotThoseBefore() throws Exception {

        try (var twilio = new ScriptedTwilio(page("/next", 1), answer(429, BUSY), page(null, 2));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.workers.all()).hasSize(2);
            assertThat(twilio.received()).extracting(ScriptedTwilio.Received::path)
                    .containsExactly("/v1/Workspaces/%s/Workers".formatted(GatewayFixture.WORKSPACE.sid()), "/next",
                            "/next");
        }
    }

    @Test
    void leavesOutWhatMakesNoSense(CapturedOutput output) throws Exception {

        var workers = CannedJson.page("workers", null, "{\"sid\":\"Ada Lovelace\"}", CannedJson.worker(ALICE));

        try (var twilio = new ScriptedTwilio(answer(200, workers)); var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.workers.all()).extracting(Worker::sid).containsExactly(ALICE);
            assertThat(output.getAll()).contains("workers.all: left out an entry").doesNotContain("Lovelace");
        }
    }

    @Test
    void doesNotReadAListThatGoesInCirclesForEver() throws Exception {

        try (var twilio = new ScriptedTwilio(page("/again", 1)); var gateway = GatewayFixture.at(twilio.url())) {

            assertThatExceptionOfType(TwilioException.class).isThrownBy(gateway.workers::all)
                    .satisfies(e -> assertThat(e.is(TwilioFailure.Kind.UNREACHABLE)).isTrue());
            assertThat(twilio.received()).hasSize(500);
        }
    }

    @Test
    void readsNoMorePagesThanItNeeds() throws Exception {

        var messages = CannedJson.page("messages", "/older", CannedJson.message(7, "there"),
                CannedJson.message(6, "hi"));

        try (var twilio = new ScriptedTwilio(answer(200, messages)); var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.conversations.latestMessages(CONVERSATION, 2)).extracting(Message::body)
                    .containsExactly("hi", "there");
            assertThat(twilio.received()).hasSize(1);
        }
    }

    private static Reply page(String next, int worker) {
        return answer(200,
                CannedJson.page("workers", next, CannedJson.worker(worker == 1 ? ALICE : GatewayFixture.BOB)));
    }

    private static Timer timer(GatewayFixture gateway, String operation, String result) {
        return gateway.meters.get("twilio.calls").tags("operation", operation, "result", result).timer();
    }
}
