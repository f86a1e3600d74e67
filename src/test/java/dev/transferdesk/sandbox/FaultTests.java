package dev.transferdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTests {

    @ParameterizedTest
    @CsvSource({ "*, *, true", "post, /v1/Interactions/*/Channels/*/Invites, true", "GET, *, false",
        "POST, /v1/Interactions, false", "POST, */Invites, true", "*, /v1/Interactions/*, true", "*, Invites, false",
        "*, /v1/.*, false", "*, /v1/Interactions/KD1/Channels/UO1/Invites, true" })
    void fitsMethodAndPath(String method, String path, boolean expected) {
        assertThat(Fault.of(method, path, "empty").concerns("POST", "/v1/Interactions/KD1/Channels/UO1/Invites"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "status", "status:200", "status:abc", "status-after:", "delay:", "delay:-1",
        "delay:1s",
        "webhook-late:", "reset", "reset-before:1", "none" })
    void refusesKindsThatDoNotExist(String kind) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> Fault.of("*", "*", kind));
    }
}
