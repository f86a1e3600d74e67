package dev.transferdesk.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** As little of somebody's browser as it takes to have thousands of them. They share their connections. */
final class Browser {

    static final String PASSWORD = "bench";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN_OF_PAGE = Pattern.compile("X-CSRF-TOKEN&quot;:\\s*&quot;([^&]+)&quot;");

    private final URI desk;
    private String cookie = "";

    private Browser(URI desk) {
        this.desk = desk;
    }

    static Browser signedIn(URI desk, String username) {

        var browser = new Browser(desk);
        var token = browser.found(TOKEN, browser.get("/login").body());
        var answer = browser.send(browser.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s&password=%s&_csrf=%s".formatted(username, PASSWORD,
                        URLEncoder.encode(token, UTF_8)))));

        if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError("%s was not signed in: %d".formatted(username, answer.statusCode()));
        }

        return browser;
    }

    URI desk() {
        return desk;
    }

    String cookie() {
        return cookie;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As an open page asks what is new. */
    HttpResponse<String> poll(String path) {
        return send(request(path).header("HX-Request", "true").GET());
    }

    void change(String path, String form) {

        var token = found(TOKEN_OF_PAGE, get("/admin/settings").body());
        var answer = send(request(path).header("HX-Request", "true")
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString(form)));

        if (answer.statusCode() != 200) {
            throw new AssertionError("%s: %d".formatted(path, answer.statusCode()));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(desk.resolve(path))
                .header("Cookie", cookie)
                .header("Accept", "text/html, */*;q=0.8");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
            answer.headers()
                    .allValues("Set-Cookie")
                    .stream()
                    .map(it -> it.split(";", 2)[0])
                    .filter(it -> it.contains("SESSION"))
                    .forEach(it -> cookie = it);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String found(Pattern pattern, String page) {

        var found = pattern.matcher(page);

        if (!found.find()) {
            throw new AssertionError("Nothing like %s in %s".formatted(pattern, page));
        }

        return found.group(1);
    }
}
