package dev.transferdesk.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sandbox and calls to it. With {@code -Dtwilio.oai=FOLDER} every answer is held against Twilio's own description of
 * its API.
 */
class SandboxCalls {

    private final SandboxServer server;
    private final @Nullable OpenApi openApi;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SandboxCalls(SandboxServer server) {
        var folder = System.getProperty("twilio.oai", "");
        this.server = server;
        this.openApi = folder.isEmpty() ? null : OpenApi.in(Path.of(folder));
    }

    /** @param status of the answer, {@code body} as JSON, or missing where there is none */
    record Reply(int status, HttpResponse<String> http, JsonNode body) {

        String text(String property) {
            return body.at("/" + property.replace('.', '/')).asString("");
        }

        int code() {
            return body.path("code").asInt();
        }
    }

    String origin() {
        return Announcement.url(server.port());
    }

    void stop() {
        server.close();
    }

    void reset() {
        post("/sandbox/reset");
    }

    void advance(int seconds) {
        post("/sandbox/clock", "advance", "" + seconds);
    }

    Reply get(String path) {
        return call("GET", path, List.of(), it -> it);
    }

    Reply post(String path, String... form) {
        return call("POST", path, List.of(form), it -> it);
    }

    Reply post(String path, UnaryOperator<HttpRequest.Builder> details, String... form) {
        return call("POST", path, List.of(form), details);
    }

    Reply delete(String path) {
        return call("DELETE", path, List.of(), it -> it);
    }

    private Reply call(String method, String path, List<String> form, UnaryOperator<HttpRequest.Builder> details) {
        var address = URI.create(path.startsWith("http") ? path : origin() + path);
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", BasicAuthentication.basic(Credentials.SANDBOX.accountSid(),
                        Credentials.SANDBOX.authToken()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(encoded(form)));
        var http = send(details.apply(request).build());
        check(method, address, form, http);

        return new Reply(http.statusCode(), http, http.body().isEmpty() ? JsonMapper.shared().missingNode()
                : JsonMapper.shared().readTree(http.body()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void check(String method, URI address, List<String> form, HttpResponse<String> http) {
        if (openApi == null || !address.getPath().startsWith("/v1/") || http.statusCode() >= 400
                || !openApi.isAtHand(address.getPath())) {
            return;
        }
        var violations = openApi.operation(method, address.getPath())
                .violations(names(address, form), http.statusCode(), http.body());
        if (!violations.isEmpty()) {
            throw new AssertionError(method + " " + address.getPath() + ": " + violations);
        }
    }

    private static Set<String> names(URI address, List<String> form) {
        var names = new LinkedHashSet<String>();
        if (address.getQuery() != null) {
            List.of(address.getQuery().split("&")).forEach(pair -> names.add(pair.split("=")[0]));
        }
        for (var i = 0; i < form.size(); i += 2) {
            names.add(form.get(i));
        }

        return names;
    }

    private static String encoded(List<String> form) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < form.size(); i += 2) {
            pairs.add(form.get(i) + "=" + URLEncoder.encode(form.get(i + 1), StandardCharsets.UTF_8));
        }

        return String.join("&", pairs);
    }
}
