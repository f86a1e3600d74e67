package dev.transferdesk.identity;

import dev.transferdesk.twilio.WorkerSid;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Sees to it that somebody can sign in from the first start on, and nobody whose account is no longer configured. */
@Component
class FirstUsers implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstUsers.class);
    private static final int PASSWORD_BYTES = 18;

    private final IdentityProperties properties;
    private final DeskUsers users;
    private final PasswordEncoder passwords;

    FirstUsers(IdentityProperties properties, DeskUsers users, PasswordEncoder passwords) {
        this.properties = properties;
        this.users = users;
        this.passwords = passwords;
    }

    /** Before anything is served: sessions from before the start may be of accounts that are to go. */
    @Override
    public void afterSingletonsInstantiated() {

        users.removeThoseFromConfigurationBut(properties.users()
                .stream()
                .filter(this::isKnownAsListed)
                .map(it -> it.username().toLowerCase(Locale.ROOT))
                .toList());
        properties.users().stream().filter(it -> users.find(it.username()).isEmpty()).forEach(this::create);

        if (properties.users().isEmpty() && !users.hasAdmin()) {
            createAdmin();
        }
    }

    private boolean isKnownAsListed(IdentityProperties.User user) {
        return users.find(user.username())
                .filter(it -> it.displayName().equals(name(user)) && it.role() == user.role())
                .filter(it -> it.worker().equals(worker(user)))
                .filter(it -> passwords.matches(user.password(), it.passwordHash()))
                .isPresent();
    }

    private void create(IdentityProperties.User user) {
        users.create(new DeskUser(user.username(), name(user), passwords.encode(user.password()), user.role(),
                worker(user), true), true);
    }

    private static String name(IdentityProperties.User user) {
        return StringUtils.hasText(user.displayName()) ? user.displayName() : user.username();
    }

    private static Optional<WorkerSid> worker(IdentityProperties.User user) {
        return Optional.ofNullable(user.workerSid()).filter(StringUtils::hasText).map(WorkerSid::new);
    }

    private void createAdmin() {

        var admin = properties.admin();
        var given = StringUtils.hasText(admin.password());
        var password = given ? admin.password() : madeUp();

        users.create(new DeskUser(admin.username(), admin.username(), passwords.encode(password), Role.ADMIN,
                Optional.empty(), true), false);

        if (given) {
            log.info("Created the first administrator '{}' with the configured password", admin.username());
        } else {
            log.warn("Created the first administrator '{}' with the password '{}'. It is not shown again",
                    admin.username(), password);
        }
    }

    private static String madeUp() {

        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);

        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
