package dev.transferdesk.identity;

import static dev.transferdesk.identity.IdentityFixture.aUser;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import dev.transferdesk.identity.IdentityProperties.Admin;
import dev.transferdesk.identity.IdentityProperties.User;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class FirstUsersTests {

    static final Admin UNCONFIGURED = new Admin("admin", "");
    static final User ALICE = new User("Alice", "rabbit", Role.AGENT, sid("WK", 0xa), "Alice Alvarez");

    final DeskUsers users = new DeskUsers(Database.H2.emptied(), new SettableClock());
    final PasswordEncoder passwords = new BCryptPasswordEncoder(4);

    @Test
    void theFirstAdminHasTheConfiguredPassword(CapturedOutput log) {

        start(new Admin("root", "open sesame"));

        assertThat(users.find("root")).get().matches(it -> it.role() == Role.ADMIN);
        assertThat(knows("root", "open sesame")).isTrue();
        assertThat(log).contains("root").doesNotContain("open sesame");
    }

    @Test
    void aPasswordThatIsMadeUpIsLoggedOnce(CapturedOutput log) {

        start(UNCONFIGURED);
        start(UNCONFIGURED);

        var logged = Pattern.compile("password '([^']+)'").matcher(log).results().map(it -> it.group(1)).toList();
        assertThat(logged).singleElement().satisfies(it -> {
            assertThat(it).hasSizeGreaterThan(20);
            assertThat(knows("admin", it)).isTrue();
        });
    }

    @Test
    void whereThereIsAnAdminNoneIsMade() {

        users.create(aUser("ada", "Ada", Role.ADMIN, Optional.empty()), false);

        start(UNCONFIGURED);

        assertThat(users.find("admin")).isEmpty();
    }

    @Test
    void configuredUsersAreCreatedAndNoAdminIsMadeUp(CapturedOutput log) {

        start(UNCONFIGURED, ALICE);

        assertThat(users.find("alice")).get().satisfies(it -> {
            assertThat(it.displayName()).isEqualTo("Alice Alvarez");
            assertThat(it.worker()).isPresent();
        });
        assertThat(users.find("admin")).isEmpty();
        assertThat(log).doesNotContain("rabbit");
    }

    @Test
    void aUserWithoutNameOrWorkerHasTheirUserName() {

        start(UNCONFIGURED, new User("bob", "builder", Role.AGENT, "", null));

        assertThat(users.find("bob")).get().satisfies(it -> {
            assertThat(it.displayName()).isEqualTo("bob");
            assertThat(it.worker()).isEmpty();
        });
    }

    @Test
    void usersWhoAreNoLongerListedAreRemoved() {

        start(UNCONFIGURED, ALICE);
        start(UNCONFIGURED);

        assertThat(users.find("alice")).isEmpty();
        assertThat(users.find("admin")).isPresent();
    }

    @Test
    void theAdminStaysWhenUsersAreListed() {

        start(UNCONFIGURED);
        start(UNCONFIGURED, ALICE);

        assertThat(users.find("admin")).isPresent();
    }

    @Test
    void aPasswordThatConfigurationNoLongerHoldsOpensNothing() {

        start(UNCONFIGURED, ALICE);
        start(UNCONFIGURED, new User("alice", "hare", Role.SUPERVISOR, null, "Alice A."));

        assertThat(knows("alice", "rabbit")).isFalse();
        assertThat(knows("alice", "hare")).isTrue();
        assertThat(users.find("alice")).get().satisfies(it -> {
            assertThat(it.role()).isEqualTo(Role.SUPERVISOR);
            assertThat(it.displayName()).isEqualTo("Alice A.");
            assertThat(it.worker()).isEmpty();
        });
    }

    @Test
    void usersWhoSwapTheirWorkersDoNotStandInEachOthersWay() {

        start(UNCONFIGURED, working("alice", 1), working("bob", 2));
        start(UNCONFIGURED, working("alice", 2), working("bob", 1));

        assertThat(users.find("alice").flatMap(DeskUser::worker)).get().asString().isEqualTo(sid("WK", 2));
        assertThat(users.find("bob").flatMap(DeskUser::worker)).get().asString().isEqualTo(sid("WK", 1));
    }

    @Test
    void anAccountThatIsNotFromConfigurationIsNotOverwritten() {

        users.create(new DeskUser("alice", "Own", passwords.encode("own"), Role.ADMIN, Optional.empty(), true), false);

        start(UNCONFIGURED, ALICE);

        assertThat(knows("alice", "own")).isTrue();
    }

    private void start(Admin admin, User... listed) {
        new FirstUsers(new IdentityProperties(admin, List.of(listed)), users, passwords)
                .afterSingletonsInstantiated();
    }

    private boolean knows(String username, String password) {
        return passwords.matches(password, users.find(username).orElseThrow().passwordHash());
    }

    private static User working(String name, int worker) {
        return new User(name, "secret", Role.AGENT, sid("WK", worker), name);
    }
}
