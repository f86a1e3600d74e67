package dev.transferdesk.directory;

/**
 * What a worker is doing.
 *
 * @param activity in the words of the workspace, such as "On break"
 */
public record Presence(String activity, Tone tone) {

    /** In the order in which colleagues are worth asking. */
    public enum Tone {
        AVAILABLE, AWAY, OFFLINE
    }
}
