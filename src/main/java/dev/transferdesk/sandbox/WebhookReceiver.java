package dev.transferdesk.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whoever listens at one URL. Is told one thing after the other, unless something is said to come late. */
final class WebhookReceiver implements AutoCloseable {

    private static final Duration CONVERSATIONS_PATIENCE = Duration.ofSeconds(5);

    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final ExecutorService outOfOrder = Executors.newVirtualThreadPerTaskExecutor();
    private final ConnectionOverrides overrides;
    private final HttpClient client;

    private WebhookReceiver(ConnectionOverrides overrides) {
        this.overrides = overrides;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(overrides.connect())
                .build();
    }

    /** Only TaskRouter lets the URL have a say. */
    static WebhookReceiver of(Callback callback) {
        return new WebhookReceiver(callback.product().equals("taskrouter")
                ? ConnectionOverrides.of(URI.create(callback.url()).getFragment())
                : ConnectionOverrides.fixed(CONVERSATIONS_PATIENCE));
    }

    Duration patience() {
        return overrides.read();
    }

    void next(Runnable delivery) {
        inOrder.execute(delivery);
    }

    void later(Duration delay, Runnable delivery) {
        outOfOrder.execute(() -> {
            try {
                Thread.sleep(delay);
                delivery.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    Outcome post(HttpRequest request) {
        var attempts = 0;
        Outcome outcome;
        do {
            outcome = attempt(request, ++attempts);
        } while (attempts <= overrides.retries() && overrides.retriesOn(outcome.failure()));
        return outcome;
    }

    private Outcome attempt(HttpRequest request, int attempts) {
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            return new Outcome(attempts, Integer.toString(status), status < 400 ? "" : status / 100 + "xx");
        } catch (HttpConnectTimeoutException | ConnectException _) {
            return new Outcome(attempts, "not connected", "ct");
        } catch (HttpTimeoutException _) {
            return new Outcome(attempts, "no answer in time", "rt");
        } catch (IOException _) {
            return new Outcome(attempts, "connection lost", "rt");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome(attempts, "stopped", "");
        }
    }

    @Override
    public void close() {
        inOrder.shutdownNow();
        outOfOrder.shutdownNow();
        client.shutdownNow();
    }

    /**
     * @param answer the status, or what went wrong instead
     * @param failure its name among the reasons for another attempt, empty where there is none
     */
    record Outcome(int attempts, String answer, String failure) {}
}
