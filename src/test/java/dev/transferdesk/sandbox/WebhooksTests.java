package dev.transferdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.twilio.security.RequestValidator;

class WebhooksTests {

    private static final Map<String, String> FORM = Map.of("TaskSid", "WT1", "EventType", "task.created",
            "TaskAttributes", "{\"name\":\"Ада & Co\"}", "Empty", "");

    private final Faults faults = new Faults();
    private final WebhookLog log = new WebhookLog(InstantSource.fixed(WireFixture.NOON));
    private final Webhooks webhooks = new Webhooks(WireFixture.ACCOUNT, faults, log);
    private final WebhookRecorder desk = new WebhookRecorder();

    @AfterEach
    void stop() {
        webhooks.close();
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/hook", "/hook?a=1&b=2", "/hook#rc=2&rp=5xx", "/hook?a=1#rc=0", "/" })
    void signsWhatItSends(String path) {
        webhooks.send(taskRouter(path, "task.created"));

        awaitLog(1);
        assertThat(desk.received()).singleElement().satisfies(it -> {
            assertThat(it.form()).isEqualTo(FORM);
            assertThat(it.query()).isEqualTo(path.contains("?") ? path.split("[?#]")[1] : "");
            assertThat(new RequestValidator("token").validate(url(path.split("#")[0]), it.form(), it.signature()))
                    .isTrue();
            assertThat(new RequestValidator("secret").validate(url(path), it.form(), it.signature())).isFalse();
        });
        assertThat(log.since(0).getFirst().answer()).isEqualTo("204");
    }

    @Test
    void marksTaskRoutersEventsAgainstRepetition() {
        webhooks.send(taskRouter("/hook", "task.created"));
        webhooks.send(new Callback(url("/hook"), "conversations", "onMessageAdded", FORM));

        awaitLog(2);
        assertThat(desk.received().getFirst().token()).isNotEmpty();
        assertThat(desk.received().getLast().token()).isEmpty();
    }

    @Test
    void keepsTheOrder() {
        var events = IntStream.range(0, 30).mapToObj(i -> "event." + i).toList();

        events.forEach(event -> webhooks.send(new Callback(url("/hook"), "taskrouter", event, Map.of("EventType",
                event))));

        awaitLog(30);
        assertThat(desk.received()).extracting(it -> it.form().get("EventType")).isEqualTo(events);
    }

    @Test
    void loses() {
        faults.add(Fault.of("*", "/hook", "webhook-drop"), 1);

        webhooks.send(taskRouter("/hook", "task.created"));
        webhooks.send(taskRouter("/hook", "task.updated"));

        awaitLog(2);
        assertThat(desk.received()).hasSize(1);
        assertThat(log.since(0)).extracting(WebhookLog.Entry::answer).containsExactlyInAnyOrder("dropped", "204");
    }

    @Test
    void repeatsWithTheSameToken() {
        faults.add(Fault.of("POST", "task.created", "webhook-twice"), 1);

        webhooks.send(taskRouter("/hook", "task.created"));

        awaitLog(2);
        assertThat(desk.received()).hasSize(2);
        assertThat(desk.received().getFirst().token()).isNotEmpty().isEqualTo(desk.received().getLast().token());
    }

    @Test
    void overtakesWhatIsLate() {
        faults.add(Fault.of("*", "first", "webhook-late:150"), 1);

        webhooks.send(new Callback(url("/hook"), "taskrouter", "first", Map.of("n", "1")));
        webhooks.send(new Callback(url("/hook"), "taskrouter", "second", Map.of("n", "2")));

        awaitLog(2);
        assertThat(desk.received()).extracting(it -> it.form().get("n")).containsExactly("2", "1");
    }

    @Test
    void webhookFaultsDoNotConcernCallsAndTheOtherWayRound() {
        faults.add(Fault.of("*", "*", "status:500"), 1);
        faults.add(Fault.of("*", "*", "webhook-drop"), 1);

        assertThat(faults.forWebhook(taskRouter("/hook", "x"))).contains(new Fault.Drop());
        assertThat(faults.forCall("GET", "/v1/x", Optional.empty())).contains(new Fault.Status(500));
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void triesAgainWhereTheUrlSaysSo() {
        desk.answer(500, 502, 204);

        webhooks.send(taskRouter("/hook#rc=3&rp=4xx,5xx", "task.created"));

        awaitLog(1);
        assertThat(log.since(0).getFirst()).extracting(WebhookLog.Entry::attempts, WebhookLog.Entry::answer)
                .containsExactly(3, "204");
        assertThat(desk.received()).extracting(WebhookRecorder.Received::token)
                .containsOnly(desk.received().getFirst().token());
    }

    @Test
    void doesNotTryAgainOtherwise() {
        desk.answer(500);

        webhooks.send(taskRouter("/hook", "task.created"));
        webhooks.send(new Callback(url("/hook#rc=5&rp=all"), "conversations", "onMessageAdded", FORM));

        awaitLog(2);
        assertThat(log.since(0)).extracting(WebhookLog.Entry::attempts).containsOnly(1);
    }

    @Test
    void triesOnceMoreToReachSomebodyWhoIsNotThere() throws IOException {
        var port = freePort();

        webhooks.send(new Callback("http://127.0.0.1:" + port + "/hook", "taskrouter", "task.created", FORM));

        awaitLog(1);
        assertThat(log.since(0).getFirst()).extracting(WebhookLog.Entry::attempts, WebhookLog.Entry::answer)
                .containsExactly(2, "not connected");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "not a url", "hook", "ftp://127.0.0.1/x", "http://" })
    void noticesWhatIsNoUrl(String url) {
        webhooks.send(new Callback(url, "taskrouter", "task.created", FORM));

        assertThat(log.since(0)).extracting(WebhookLog.Entry::answer).containsExactly("not a URL");
    }

    private Callback taskRouter(String path, String event) {
        return new Callback(url(path), "taskrouter", event, FORM);
    }

    private String url(String path) {
        return desk.url(path);
    }

    private void awaitLog(int entries) {
        await(() -> log.since(0).size() >= entries);
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
