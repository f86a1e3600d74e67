package dev.transferdesk.identity;

/** What a user may do: agents act on their own conversations, supervisors see all, administrators change settings. */
public enum Role {

    AGENT, SUPERVISOR, ADMIN;

    String authority() {
        return "ROLE_" + name();
    }
}
