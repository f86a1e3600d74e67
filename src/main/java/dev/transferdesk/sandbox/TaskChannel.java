package dev.transferdesk.sandbox;

import java.time.Instant;

/** A kind of work for which workers have a capacity of its own. */
final class TaskChannel extends Resource {

    final String uniqueName;
    final String friendlyName;

    TaskChannel(String sid, Instant created, String uniqueName, String friendlyName) {
        super(sid, created);
        this.uniqueName = uniqueName;
        this.friendlyName = friendlyName;
    }

    boolean isCalled(String sidOrName) {
        return sid.equals(sidOrName) || uniqueName.equals(sidOrName);
    }
}
