package dev.transferdesk.contract;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the desk answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    public static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public Document html() {
        return Jsoup.parse(body);
    }

    /** All of it that people read. */
    public String text() {
        return html().text();
    }

    /** What went wrong, in the desk's words: the heading of a page is none of them. */
    public String notice() {
        return html().select(".notice__text, .failure p").text();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
