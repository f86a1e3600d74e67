package dev.transferdesk.identity;

import static dev.transferdesk.identity.IdentityFixture.aUser;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.twilio.WorkerSid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

@ParameterizedClass
@EnumSource
class DeskUsersTests {

    static final Optional<WorkerSid> WORKER = Optional.of(new WorkerSid(sid("WK", 0xa)));

    final DeskUsers users;

    DeskUsersTests(Database database) {
        users = new DeskUsers(database.emptied(), new SettableClock());
    }

    @Test
    void aUserSignsInHoweverTheNameIsWritten() {

        users.create(aUser("Alice", "Alice Alvarez", Role.AGENT, WORKER), true);

        assertThat(users.loadUserByUsername("ALICE")).isInstanceOfSatisfying(Agent.class, it -> {
            assertThat(it.getUsername()).isEqualTo("alice");
            assertThat(it.displayName()).isEqualTo("Alice Alvarez");
            assertThat(it.worker()).isEqualTo(WORKER);
            assertThat(it.isAdmin()).isFalse();
            assertThat(it.getAuthorities()).extracting("authority").containsExactly("ROLE_AGENT");
        });
    }

    @Test
    void aUserWithoutAWorkerSignsInToo() {

        users.create(aUser("ada", "Ada", Role.ADMIN, Optional.empty()), false);

        assertThat((Agent) users.loadUserByUsername("ada")).satisfies(it -> {
            assertThat(it.worker()).isEmpty();
            assertThat(it.isAdmin()).isTrue();
        });
    }

    @Test
    void whoIsNoUserIsNotFound() {
        assertThatExceptionOfType(UsernameNotFoundException.class)
                .isThrownBy(() -> users.loadUserByUsername("nobody"));
    }

    @Test
    void aWorkerIsOneUsersOnly() {

        users.create(aUser("alice", "Alice", Role.AGENT, WORKER), true);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> users.create(aUser("bob", "Bob", Role.AGENT, WORKER), true));
    }

    @Test
    void thereIsAnAdminOnceOneIsCreated() {

        users.create(aUser("sam", "Sam", Role.SUPERVISOR, Optional.empty()), false);
        assertThat(users.hasAdmin()).isFalse();

        users.create(aUser("ada", "Ada", Role.ADMIN, Optional.empty()), false);
        assertThat(users.hasAdmin()).isTrue();
    }

    @Test
    void onlyUsersFromConfigurationGoWithIt() {

        users.create(aUser("alice", "Alice", Role.AGENT, Optional.empty()), true);
        users.create(aUser("bob", "Bob", Role.AGENT, Optional.empty()), true);
        users.create(aUser("carol", "Carol", Role.AGENT, Optional.empty()), false);

        users.removeThoseFromConfigurationBut(List.of("alice"));

        assertThat(users.find("alice")).isPresent();
        assertThat(users.find("bob")).isEmpty();
        assertThat(users.find("carol")).isPresent();
    }
}
