package dev.transferdesk.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Accounts that exist from the first start.
 *
 * @param admin the first administrator
 * @param users further accounts, which exist as long as they are listed here
 */
@Validated
@ConfigurationProperties("identity")
record IdentityProperties(@Valid @DefaultValue Admin admin, @DefaultValue List<@Valid User> users) {

    /** @param password made up and logged once where it is missing */
    record Admin(@NotBlank @Size(max = 64) @DefaultValue("admin") String username, @Nullable String password) {

        @Override
        public String toString() {
            return username;
        }
    }

    record User(@NotBlank @Size(max = 64) String username, @NotBlank String password, @NotNull Role role,
            @Nullable @Pattern(regexp = "WK[0-9a-fA-F]{32}|") String workerSid, @Nullable String displayName) {

        @Override
        public String toString() {
            return username;
        }
    }
}
