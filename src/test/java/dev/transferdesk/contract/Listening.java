package dev.transferdesk.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;

/** The stream of events that an open page gets. */
public final class Listening implements AutoCloseable {

    private final HttpResponse<InputStream> answer;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Listening(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static Listening to(HttpClient http, HttpRequest.Builder request) {
        try {
            return new Listening(http.send(request.GET().build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public int status() {
        return answer.statusCode();
    }

    public Optional<String> header(String name) {
        return answer.headers().firstValue(name);
    }

    /** Of one name, in their order. */
    public List<Heard> heard(String name) {
        return heard.stream().filter(it -> it.name().equals(name)).toList();
    }

    /** Whether the desk has put an end to it. */
    public boolean isOver() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var lines = new Scanner(answer.body(), StandardCharsets.UTF_8)) {

            var event = new Heard("", "", "");

            while (lines.hasNextLine()) {
                var line = lines.nextLine();
                if (line.isEmpty()) {
                    heard.add(event);
                    event = new Heard("", "", "");
                } else {
                    event = event.with(line);
                }
            }
        }
    }

    /** @param id what the page would name when it connects again */
    public record Heard(String name, String id, String data) {

        private Heard with(String line) {

            var value = line.substring(line.indexOf(':') + 1);

            return switch (line.substring(0, line.indexOf(':'))) {
                case "event" -> new Heard(value, id, data);
                case "id" -> new Heard(name, value, data);
                case "data" -> new Heard(name, id, data + value);
                default -> this;
            };
        }
    }
}
