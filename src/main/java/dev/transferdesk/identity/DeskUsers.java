package dev.transferdesk.identity;

import static java.time.ZoneOffset.UTC;

import dev.transferdesk.twilio.WorkerSid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The accounts. User names are kept in lower case. */
@Component
class DeskUsers implements UserDetailsService {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeskUsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return find(username).map(Agent::new).orElseThrow(() -> UsernameNotFoundException.fromUsername(username));
    }

    Optional<DeskUser> find(String username) {
        return jdbc.sql("select * from desk_user where username = ?")
                .param(username.toLowerCase(Locale.ROOT))
                .query(DeskUsers::user)
                .optional();
    }

    boolean hasAdmin() {
        return jdbc.sql(
                "select count(*) from desk_user where role = 'ADMIN' and enabled = true and from_configuration = false")
                .query(Integer.class)
                .single() > 0;
    }

    void create(DeskUser user, boolean fromConfiguration) {
        jdbc.sql("""
                insert into desk_user
                    (username, display_name, password_hash, role, worker, enabled, from_configuration, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(user.username().toLowerCase(Locale.ROOT), user.displayName(), user.passwordHash(),
                        user.role().name(), user.worker().map(WorkerSid::value).orElse(null), user.enabled(),
                        fromConfiguration, clock.instant().atOffset(UTC))
                .update();
    }

    /** Accounts that the configuration made go with it: nobody is to sign in with a password it no longer holds. */
    void removeThoseFromConfigurationBut(List<String> listed) {
        jdbc.sql("select username from desk_user where from_configuration = true")
                .query(String.class)
                .list()
                .stream()
                .filter(it -> !listed.contains(it))
                .forEach(this::remove);
    }

    private void remove(String username) {
        jdbc.sql("delete from desk_user where username = ? and from_configuration = true").param(username).update();
    }

    private static DeskUser user(ResultSet row, int number) throws SQLException {
        return new DeskUser(row.getString("username"), row.getString("display_name"), row.getString("password_hash"),
                Role.valueOf(row.getString("role")), Optional.ofNullable(row.getString("worker")).map(WorkerSid::new),
                row.getBoolean("enabled"));
    }
}
