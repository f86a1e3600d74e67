package dev.transferdesk.sandbox;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where the events of one conversation are sent. */
final class ScopedWebhook extends Resource {

    final String target;
    final @Nullable String url;
    final String method;
    final List<String> filters;

    ScopedWebhook(String sid, Instant created, String target, @Nullable String url, String method,
            List<String> filters) {
        super(sid, created);
        this.target = target;
        this.url = url;
        this.method = method;
        this.filters = List.copyOf(filters);
    }
}
