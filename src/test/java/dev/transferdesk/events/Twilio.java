package dev.transferdesk.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transferdesk.twilio.Signatures;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Calls the desk's webhooks through a proxy, which has another address than the desk.
 *
 * @param outside what Twilio has configured
 * @param inside where the proxy passes it on to
 */
record Twilio(String outside, String inside, String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> form(String path, Map<String, String> fields) {
        return form(path, fields, it -> it);
    }

    HttpResponse<String> form(String path, Map<String, String> fields, UnaryOperator<HttpRequest.Builder> more) {
        return post(path, Signatures.ofForm(token, outside + path, fields), encoded(fields),
                it -> more.apply(it.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")));
    }

    HttpResponse<String> json(String path, String body) {

        var complete = path + (path.contains("?") ? "&" : "?") + Signatures.digest(body);

        return post(complete, Signatures.hmac(token, outside + complete), body,
                it -> it.header("Content-Type", "application/json"));
    }

    HttpResponse<String> post(String path, String signature, String body, UnaryOperator<HttpRequest.Builder> more) {
        return send(path, it -> more.apply(signature.isEmpty() ? it : it.header("X-Twilio-Signature", signature)),
                "POST",
                BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> more, String method, BodyPublisher body) {
        try {
            return HTTP.send(more.apply(HttpRequest.newBuilder(URI.create(inside + path)).method(method, body)).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet()
                .stream()
                .map(it -> URLEncoder.encode(it.getKey(), UTF_8) + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
