package dev.transferdesk.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who can sign in to a desk that runs on the sandbox. */
enum DemoUser {

    ALICE("Alice Alvarez", "AGENT", true),
    BOB("Bob Brandt", "AGENT", true),
    CAROL("Carol Chen", "AGENT", true),
    SAM("Sam Sato", "SUPERVISOR", false),
    ADA("Ada Admin", "ADMIN", false);

    static final String PASSWORD = "sandbox";

    private final String displayName;
    private final String role;
    private final boolean worker;

    DemoUser(String displayName, String role, boolean worker) {
        this.displayName = displayName;
        this.role = role;
        this.worker = worker;
    }

    static String names() {
        return Stream.of(values())
                .map(user -> user.username() + " (" + user.role.toLowerCase() + ")")
                .collect(Collectors.joining(", "));
    }

    static boolean isWorker(String sid) {
        return Stream.of(values()).anyMatch(user -> user.worker && user.workerSid().equals(sid));
    }

    private String workerSid() {
        return Sid.fixed("WK", username());
    }

    String username() {
        return name().toLowerCase();
    }

    /** Under the names of the desk's settings, the user being the n-th of the list. */
    Map<String, Object> properties() {
        var prefix = "identity.users[" + ordinal() + "].";
        var properties = new HashMap<String, Object>();
        properties.put(prefix + "username", username());
        properties.put(prefix + "password", PASSWORD);
        properties.put(prefix + "role", role);
        properties.put(prefix + "display-name", displayName);
        if (worker) {
            properties.put(prefix + "worker-sid", workerSid());
        }

        return properties;
    }
}
