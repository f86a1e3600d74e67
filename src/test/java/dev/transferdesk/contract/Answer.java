package dev.transferdesk.contract;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the desk answered. */
record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    Document html() {
        return Jsoup.parse(body);
    }

    /** All of it that people read. */
    String text() {
        return html().text();
    }

    /** What went wrong, in the desk's words: the heading of a page is none of them. */
    String notice() {
        return html().select(".notice__text, .failure p").text();
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
