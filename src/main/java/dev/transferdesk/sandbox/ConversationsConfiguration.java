package dev.transferdesk.sandbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where the events of all conversations go. A setting of whoever listens, so a reset leaves it alone. */
final class ConversationsConfiguration {

    private @Nullable String postWebhookUrl;
    private @Nullable String preWebhookUrl;
    private String method = "POST";
    private String target = "webhook";
    private List<String> filters = List.of();

    @Nullable
    String postWebhookUrl() {
        return postWebhookUrl;
    }

    @Nullable
    String preWebhookUrl() {
        return preWebhookUrl;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    List<String> filters() {
        return filters;
    }

    void postTo(@Nullable String url) {
        postWebhookUrl = url;
    }

    void askBefore(@Nullable String url) {
        preWebhookUrl = url;
    }

    void use(String method) {
        this.method = method;
    }

    void aim(String target) {
        this.target = target;
    }

    void only(List<String> filters) {
        this.filters = List.copyOf(filters);
    }
}
