package dev.transferdesk.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which part of a list is asked for. As with Twilio, the opaque token decides, not the number of the page.
 *
 * @param url the address of the list without its page, as the caller sees it
 */
record Paging(String url, int size, @Nullable Token token) {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST = 1000;

    /** Names the last resource seen, and where it was in case it has gone. */
    record Token(int page, int start, String after) {

        static Token parse(String text) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text.substring(2)), StandardCharsets.UTF_8)
                        .split(":", 3);

                return new Token(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
            } catch (RuntimeException _) {
                throw Refusal.badParameter("Invalid PageToken");
            }
        }

        @Override
        public String toString() {
            var bytes = (page + ":" + start + ":" + after).getBytes(StandardCharsets.UTF_8);

            return "PT" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }

    static Paging of(HttpServletRequest request, Form form) {
        var url = UriComponentsBuilder.fromUriString(origin(request) + request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("PageSize")
                .replaceQueryParam("Page")
                .replaceQueryParam("PageToken")
                .build()
                .toUriString();
        var size = form.integer("PageSize").orElse(DEFAULT_SIZE);
        if (size < 1) {
            throw Refusal.badParameter("PageSize must be positive");
        }

        return new Paging(url, Math.min(size, LARGEST), form.filled("PageToken").map(Token::parse).orElse(null));
    }

    /** Whoever names Twilio's host was led here by a route, and will be again. */
    private static String origin(HttpServletRequest request) {
        var host = request.getHeader("Host");

        return (host.contains("twilio.com") ? "https://" : "http://") + host;
    }

    Paging atMost(int most) {
        return new Paging(url, Math.min(size, most), token);
    }

    <T extends Resource> ObjectNode list(String key, List<T> all, Function<T, ObjectNode> json) {
        return list(key, all, json, resource -> resource.sid);
    }

    <T> ObjectNode list(String key, List<T> all, Function<T, ObjectNode> json, Function<T, String> id) {
        var ids = all.stream().map(id).toList();
        var start = start(ids);
        var end = Math.min(start + size, all.size());
        var answer = Json.object();
        answer.set("meta", meta(key, ids, start, end));
        var items = answer.putArray(key);
        all.subList(start, end).forEach(item -> items.add(json.apply(item)));

        return answer;
    }

    private int start(List<String> ids) {
        if (token == null) {
            return 0;
        }
        var last = ids.indexOf(token.after());

        return token.start() == 0 ? 0 : last >= 0 ? last + 1 : Math.min(token.start(), ids.size());
    }

    private ObjectNode meta(String key, List<String> ids, int start, int end) {
        var page = token == null ? 0 : token.page();
        var meta = Json.object();
        meta.put("page", page);
        meta.put("page_size", size);
        meta.put("first_page_url", url(0, null));
        meta.put("previous_page_url", start == 0 ? null : previous(page, ids, start));
        meta.put("url", url(page, token));
        meta.put("next_page_url", end >= ids.size() ? null
                : url(page + 1, new Token(page + 1, end, ids.get(end - 1))));
        meta.put("key", key);

        return meta;
    }

    private String previous(int page, List<String> ids, int start) {
        var from = Math.max(start - size, 0);

        return url(page - 1, from == 0 ? null : new Token(page - 1, from, ids.get(from - 1)));
    }

    private String url(int page, @Nullable Token token) {
        var separator = url.contains("?") ? "&" : "?";

        return url + separator + "PageSize=" + size + "&Page=" + page + (token == null ? "" : "&PageToken=" + token);
    }
}
