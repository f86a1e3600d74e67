package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.GatewayFixture.ALICE_THERE;
import static dev.transferdesk.twilio.GatewayFixture.CHANNEL;
import static dev.transferdesk.twilio.GatewayFixture.CHAT_TRANSFER;
import static dev.transferdesk.twilio.GatewayFixture.TASK;
import static dev.transferdesk.twilio.GatewayFixture.TOKEN;
import static dev.transferdesk.twilio.ScriptedTwilio.answer;
import static dev.transferdesk.twilio.TwilioFailure.Kind.NOT_FOUND;
import static dev.transferdesk.twilio.TwilioFailure.Kind.REFUSED;
import static dev.transferdesk.twilio.TwilioFailure.Kind.THROTTLED;
import static dev.transferdesk.twilio.TwilioFailure.Kind.UNKNOWN_OUTCOME;
import static dev.transferdesk.twilio.TwilioFailure.Kind.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.transferdesk.twilio.ScriptedTwilio.Reply;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Timeout(20)
@ExtendWith(OutputCaptureExtension.class)
class OneShotHttpClientTests {

    private static final String ATTRIBUTES = "{\"customerName\":\"Ada Lovelace\"}";

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                Arguments.of("500", answer(500, "{\"code\":20500,\"message\":\"fault\",\"status\":500}")),
                Arguments.of("503 in HTML", answer(503, "<html>busy</html>")),
                Arguments.of("502 with nothing in it", answer(502, "")),
                Arguments.of("reset", ScriptedTwilio.reset()),
                Arguments.of("hung up", ScriptedTwilio.hangUp()),
                Arguments.of("half an answer", ScriptedTwilio.half("{\"sid\":\"KG1")),
                Arguments.of("half a JSON", answer(200, "{\"sid\":\"KG1")),
                Arguments.of("no JSON", answer(200, "Ada Lovelace was here")),
                Arguments.of("nothing", answer(200, "")),
                Arguments.of("null", answer(200, "null")),
                Arguments.of("an empty object", answer(200, "{}")),
                Arguments.of("silence", ScriptedTwilio.silence()),
                Arguments.of("trickle", ScriptedTwilio.trickle()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void sendsAWriteOnceAndLeavesItsOutcomeOpen(String name, Reply reply) throws Exception {

        try (var twilio = new ScriptedTwilio(reply); var gateway = GatewayFixture.at(twilio.url())) {

            var failure = failureOf(gateway, it -> it.interactions.invite(CHANNEL, invitation()));

            assertThat(failure.kind()).isEqualTo(UNKNOWN_OUTCOME);
            assertThat(twilio.received()).hasSize(1);
            assertThat(gateway.pauses).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void sendsAReadOnceAndCountsItAsUnreachable(String name, Reply reply) throws Exception {

        try (var twilio = new ScriptedTwilio(reply); var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(failureOf(gateway, it -> it.tasks.find(TASK)).kind()).isEqualTo(UNREACHABLE);
            assertThat(twilio.received()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void failsOnABrokenListToo(String name, Reply reply) throws Exception {

        try (var twilio = new ScriptedTwilio(reply); var gateway = GatewayFixture.at(twilio.url())) {
            assertThat(failureOf(gateway, it -> it.workers.all()).kind()).isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void asksFiveTimesInAllWhenTwilioIsTooBusy() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(429, "{\"code\":20429,\"message\":\"Too Many Requests\"}"));
                var gateway = GatewayFixture.at(twilio.url())) {

            var failure = failureOf(gateway, it -> it.interactions.invite(CHANNEL, invitation()));

            assertThat(failure.kind()).isEqualTo(THROTTLED);
            assertThat(failure.code()).isEqualTo(OptionalInt.of(20429));
            assertThat(twilio.received()).hasSize(5);
            assertThat(gateway.pauses).hasSize(4).isSorted();
        }
    }

    @Test
    void waitsAsLongAsTwilioAsksFor() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(429, "", "Retry-After: 3"), answer(404, ""));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(gateway.tasks.find(TASK)).isEmpty();
            assertThat(gateway.pauses).containsExactly(Duration.ofSeconds(3));
        }
    }

    @Test
    void knowsTheStatusOfAnErrorThatIsNoJson() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(404, "<html>")); var gateway = GatewayFixture.at(twilio.url())) {

            var failure = failureOf(gateway, it -> it.interactions.close(CHANNEL, ALICE_THERE));

            assertThat(failure.kind()).isEqualTo(NOT_FOUND);
            assertThat(failure.status()).isEqualTo(OptionalInt.of(404));
        }
    }

    @Test
    void isRefusedByWhoeverSendsItElsewhere() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(302, "", "Location: /elsewhere"));
                var gateway = GatewayFixture.at(twilio.url())) {

            assertThat(failureOf(gateway, it -> it.tasks.find(TASK)).kind()).isEqualTo(REFUSED);
            assertThat(twilio.received()).hasSize(1);
        }
    }

    @Test
    void sendsCredentialsAndTheNameOfTheApi() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(404, "")); var gateway = GatewayFixture.at(twilio.url())) {

            gateway.tasks.find(TASK);

            assertThat(twilio.received().getFirst().headers()).containsEntry("host", "taskrouter.twilio.com")
                    .hasEntrySatisfying("authorization", it -> assertThat(it).startsWith("Basic "));
        }
    }

    @Test
    void nobodyListensSoNothingWasSent() throws Exception {

        try (var gateway = GatewayFixture.at(URI.create("http://127.0.0.1:" + freePort()))) {
            assertThat(failureOf(gateway, it -> it.interactions.close(CHANNEL)).kind()).isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void sendsNothingOnceItIsClosed() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(200, "{}")); var gateway = GatewayFixture.at(twilio.url())) {

            gateway.http.close();

            assertThat(failureOf(gateway, it -> it.interactions.close(CHANNEL)).kind()).isEqualTo(UNREACHABLE);
            assertThat(twilio.received()).isEmpty();
        }
    }

    @Test
    void waitsForAConnectionOnlySoLong() throws Exception {

        try (var twilio = new ScriptedTwilio(ScriptedTwilio.silence());
                var gateway = new GatewayFixture(
                        GatewayFixture.settings(twilio.url(), Duration.ofSeconds(2), Duration.ofMillis(100), 2));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {

            var busy = Stream.generate(() -> threads.submit(() -> kindOf(gateway))).limit(2).toList();
            Eventually.until(() -> twilio.received().size() == 2);
            var late = new TimedCall(gateway);

            assertThat(late.kind()).isEqualTo(UNREACHABLE);
            assertThat(late.took()).isLessThan(Duration.ofSeconds(1));
            for (var call : busy) {
                assertThat(call.get()).isEqualTo(UNKNOWN_OUTCOME);
            }
            assertThat(twilio.received()).hasSize(2);
        }
    }

    @Test
    void waitsForAnAnswerOnlySoLong() throws Exception {

        try (var twilio = new ScriptedTwilio(ScriptedTwilio.silence()); var gateway = GatewayFixture.at(twilio.url())) {

            var call = new TimedCall(gateway);

            assertThat(call.took()).isBetween(Duration.ofMillis(250), Duration.ofSeconds(2));
        }
    }

    @Test
    void waitsForTheRestOfAnAnswerOnlySoLong() throws Exception {

        try (var twilio = new ScriptedTwilio(ScriptedTwilio.trickle()); var gateway = GatewayFixture.at(twilio.url())) {

            var call = new TimedCall(gateway);

            assertThat(call.took()).isBetween(Duration.ofMillis(550), Duration.ofSeconds(2));
        }
    }

    @Test
    void twoHundredCallersAtOnceAreAllServed() throws Exception {

        try (var twilio = new ScriptedTwilio(answer(404, ""));
                var gateway = new GatewayFixture(GatewayFixture.settings(twilio.url(), Duration.ofSeconds(5), 20));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {

            var start = new CountDownLatch(1);
            var calls = Stream.generate(() -> threads.submit(() -> {
                start.await();
                return gateway.tasks.find(TASK);
            })).limit(200).toList();
            start.countDown();

            for (var call : calls) {
                assertThat(call.get()).isEmpty();
            }
        }
    }

    @Test
    void anInterruptedCallerStaysInterrupted() throws Exception {

        try (var twilio = new ScriptedTwilio(ScriptedTwilio.silence());
                var gateway = new GatewayFixture(GatewayFixture.settings(twilio.url(), Duration.ofSeconds(8), 2));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {

            var caller = new Thread[1];
            var call = threads.submit(() -> {
                caller[0] = Thread.currentThread();
                var kind = kindOf(gateway);
                return kind + " " + Thread.interrupted();
            });
            Eventually.until(() -> twilio.received().size() == 1);
            caller[0].interrupt();

            assertThat(call.get()).isEqualTo("UNKNOWN_OUTCOME true");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void tellsNobodySecretsOrCustomers(String name, Reply reply, CapturedOutput output) throws Exception {

        try (var twilio = new ScriptedTwilio(reply); var gateway = GatewayFixture.at(twilio.url())) {

            var trace = new StringWriter();
            catchThrowableOfType(TwilioException.class, () -> gateway.interactions.invite(CHANNEL, invitation()))
                    .printStackTrace(new PrintWriter(trace));
            catchThrowableOfType(TwilioException.class, gateway.queues::all).printStackTrace(new PrintWriter(trace));

            assertThat(trace + output.getAll()).contains("interactions.invite")
                    .doesNotContain("Lovelace", "customerName", TOKEN, "Basic ");
        }
    }

    private static Kind kindOf(GatewayFixture gateway) {
        return failureOf(gateway, it -> it.interactions.close(CHANNEL, ALICE_THERE)).kind();
    }

    private static TwilioFailure failureOf(GatewayFixture gateway, Consumer<GatewayFixture> call) {
        return catchThrowableOfType(TwilioException.class, () -> call.accept(gateway)).failure();
    }

    private static Invitation invitation() {
        return new Invitation(CHAT_TRANSFER, "chat", Json.object(ATTRIBUTES));
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private record TimedCall(Kind kind, Duration took) {

        TimedCall(GatewayFixture gateway) {
            var start = System.nanoTime();
            var kind = kindOf(gateway);
            this(kind, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
