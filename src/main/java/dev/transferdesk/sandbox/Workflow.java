package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.transferdesk.workflow.Routing;

/** The rules that lead a task from queue to queue. */
final class Workflow extends Resource {

    private String friendlyName;
    private String configuration;
    private Routing routing;
    private Duration reservationTimeout = Duration.ofSeconds(120);
    private @Nullable String assignmentCallbackUrl;

    Workflow(String sid, Instant created, String friendlyName, String configuration, Routing routing) {
        super(sid, created);
        this.friendlyName = friendlyName;
        this.configuration = configuration;
        this.routing = routing;
    }

    String friendlyName() {
        return friendlyName;
    }

    String configuration() {
        return configuration;
    }

    Routing routing() {
        return routing;
    }

    Duration reservationTimeout() {
        return reservationTimeout;
    }

    @Nullable
    String assignmentCallbackUrl() {
        return assignmentCallbackUrl;
    }

    void rename(String name) {
        friendlyName = name;
    }

    void configure(String configuration, Routing routing) {
        this.configuration = configuration;
        this.routing = routing;
    }

    void waitForAnswers(Duration timeout) {
        reservationTimeout = timeout;
    }

    void callBack(String url) {
        assignmentCallbackUrl = url;
    }
}
