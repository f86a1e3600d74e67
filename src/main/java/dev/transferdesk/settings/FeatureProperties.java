package dev.transferdesk.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the switches say until an administrator throws one. Each is off where nothing is said.
 *
 * @param pendingInvites how many invites may be outstanding in one conversation
 */
@Validated
@ConfigurationProperties("features.conversation-transfer")
record FeatureProperties(boolean enabled, boolean coldTransfer, boolean multiParticipant,
        @DefaultValue("1") @Min(1) @Max(10) int pendingInvites) {

    boolean initially(Switch which) {
        return switch (which) {
            case ENABLED -> enabled;
            case COLD_TRANSFER -> coldTransfer;
            case MULTI_PARTICIPANT -> multiParticipant;
        };
    }
}
