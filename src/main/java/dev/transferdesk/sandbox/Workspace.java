package dev.transferdesk.sandbox;

import org.jspecify.annotations.Nullable;

/** The one TaskRouter workspace. Where its events go is a setting of whoever listens, so a reset leaves it alone. */
final class Workspace {

    static final String SID = Sid.fixed("WS", "sandbox");
    static final String NAME = "Flex Task Assignment";

    private @Nullable String eventCallbackUrl;
    private String eventsFilter = "";

    @Nullable
    String eventCallbackUrl() {
        return eventCallbackUrl;
    }

    String eventsFilter() {
        return eventsFilter;
    }

    void sendEventsTo(@Nullable String url) {
        eventCallbackUrl = url;
    }

    void filterEvents(String filter) {
        eventsFilter = filter;
    }
}
