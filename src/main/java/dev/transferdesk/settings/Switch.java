package dev.transferdesk.settings;

import java.util.Arrays;
import java.util.Optional;

/** A switch that administrators throw, under the name that configuration and addresses use. */
public enum Switch {

    ENABLED("enabled"), COLD_TRANSFER("cold_transfer"), MULTI_PARTICIPANT("multi_participant");

    private final String key;

    Switch(String key) {
        this.key = key;
    }

    /** Lower case with underscores, as in {@code PUT /admin/settings/cold_transfer}. */
    public String key() {
        return key;
    }

    static Optional<Switch> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
    }
}
