package dev.transferdesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Receives webhooks, and answers 204 unless told otherwise. */
final class WebhookRecorder implements AutoCloseable {

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    WebhookRecorder() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void answer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    List<Received> received() {
        return received;
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(form.startsWith("[") ? Map.of("body", form) : decoded(form),
                Objects.toString(headers.getFirst("X-Twilio-Signature"), ""),
                Objects.toString(headers.getFirst("I-Twilio-Idempotency-Token"), ""),
                Objects.toString(exchange.getRequestURI().getRawQuery(), "")));
        exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.removeFirst(), -1);
        exchange.close();
    }

    private static Map<String, String> decoded(String form) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : form.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(decodedText(parts[0]), decodedText(parts[1]));
        }
        return fields;
    }

    private static String decodedText(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Received(Map<String, String> form, String signature, String token, String query) {}
}
