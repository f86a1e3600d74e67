package dev.transferdesk.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.transferdesk.workflow.WorkerFacts;
import tools.jackson.databind.node.ObjectNode;

/** A TaskRouter worker. */
final class Worker extends Resource {

    private final List<WorkerChannel> channels = new ArrayList<>();
    private String friendlyName;
    private ObjectNode attributes;
    private Activity activity;
    private Instant statusChanged;
    private Instant idleSince;

    Worker(String sid, Instant created, String friendlyName, ObjectNode attributes, Activity activity) {
        super(sid, created);
        this.friendlyName = friendlyName;
        this.attributes = attributes;
        this.activity = activity;
        this.statusChanged = this.created;
        this.idleSince = created;
    }

    String friendlyName() {
        return friendlyName;
    }

    ObjectNode attributes() {
        return attributes;
    }

    Activity activity() {
        return activity;
    }

    Instant statusChanged() {
        return statusChanged;
    }

    Instant idleSince() {
        return idleSince;
    }

    List<WorkerChannel> channels() {
        return channels;
    }

    Optional<WorkerChannel> channel(TaskChannel channel) {
        return channels.stream().filter(own -> own.channel == channel).findFirst();
    }

    /** Under which the worker takes part in conversations. */
    String identity() {
        var contact = attributes.path("contact_uri").asString("");

        return contact.startsWith("client:") ? contact.substring("client:".length()) : friendlyName;
    }

    String displayName() {
        return attributes.path("full_name").asString(friendlyName);
    }

    WorkerFacts facts() {
        return new WorkerFacts(sid, friendlyName, activity.sid, activity.name, attributes);
    }

    void rename(String name, Instant at) {
        friendlyName = name;
        changed(at);
    }

    void describe(ObjectNode attributes, Instant at) {
        this.attributes = attributes;
        changed(at);
    }

    void moveTo(Activity activity, Instant at) {
        this.activity = activity;
        statusChanged = at;
        idleSince = at;
        changed(at);
    }

    void busyUntil(Instant at) {
        idleSince = at;
    }
}
