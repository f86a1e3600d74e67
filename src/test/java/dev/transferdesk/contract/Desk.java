package dev.transferdesk.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** The desk as one person's browser calls it. */
public final class Desk {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NEVER)
            .build();
    private final URI url;
    private String token = "";

    private Desk(URI url) {
        this.url = url;
    }

    public static Desk notSignedIn(URI url) {
        return new Desk(url);
    }

    public static Desk signedIn(URI url, String username) {

        var desk = new Desk(url);
        var form = desk.page("/login").html().selectFirst("input[name=_csrf]");

        var answer = desk.send("/login",
                it -> desk.form(it, "POST", "username", username, "password", "sandbox", "_csrf", form.val()));
        if (answer.status() != 302 || answer.header("Location").orElse("").contains("error")) {
            throw new AssertionError("%s was not signed in: %s".formatted(username, answer));
        }

        var headers = desk.page("/admin/settings").html().body().attr("hx-headers");
        desk.token = JSON.readTree(headers).get("X-CSRF-TOKEN").asString();

        return desk;
    }

    /** As a browser opens it. */
    public Answer page(String path) {
        return send(path, it -> it.GET().header("Accept", "text/html"));
    }

    /** As htmx asks for it, like all that follow. */
    public Answer get(String path) {
        return send(path, it -> htmx(it).GET());
    }

    public Answer post(String path, String... form) {
        return send(path, it -> form(htmx(it), "POST", form));
    }

    public Answer put(String path, String... form) {
        return send(path, it -> form(htmx(it), "PUT", form));
    }

    public Answer delete(String path) {
        return send(path, it -> htmx(it).DELETE());
    }

    /** As an open page does, until it is closed. */
    public Listening listen(String path) {
        return Listening.to(http, HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/event-stream"));
    }

    /** With the token that a page gave, if any, and nothing else. */
    public Answer send(String path, UnaryOperator<HttpRequest.Builder> request) {
        try {
            return Answer.of(http.send(request.apply(HttpRequest.newBuilder(URI.create(url + path))).build(),
                    BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpRequest.Builder htmx(HttpRequest.Builder request) {
        return token(request).header("HX-Request", "true");
    }

    public HttpRequest.Builder token(HttpRequest.Builder request) {
        return request.header("X-CSRF-TOKEN", token);
    }

    public HttpRequest.Builder form(HttpRequest.Builder request, String method, String... namesAndValues) {

        var body = IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> namesAndValues[2 * i] + "=" + URLEncoder.encode(namesAndValues[2 * i + 1], UTF_8))
                .collect(Collectors.joining("&"));

        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(body));
    }
}
