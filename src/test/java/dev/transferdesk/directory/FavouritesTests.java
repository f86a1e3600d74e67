package dev.transferdesk.directory;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class FavouritesTests {

    static final String BOB = "WK" + "b".repeat(32);
    static final String BILLING = "WQ" + "1".repeat(32);

    final SettableClock clock = new SettableClock();
    final JdbcClient jdbc;
    final Favourites favourites;

    FavouritesTests(Database database) {
        jdbc = database.emptied();
        favourites = new Favourites(jdbc, clock);
    }

    @BeforeEach
    void hire() {
        Stream.of("alice", "carol")
                .forEach(it -> jdbc.sql("""
                        insert into desk_user (username, display_name, password_hash, role, enabled,
                            from_configuration, created_at)
                        values (?, ?, '', 'AGENT', true, false, ?)
                        """).params(it, it, clock.instant().atOffset(UTC)).update());
    }

    @Test
    void stayInTheOrderInWhichTheyWereKept() {

        favourites.keep("alice", BILLING);
        clock.advance(Duration.ofSeconds(1));
        favourites.keep("alice", BOB);
        clock.advance(Duration.ofSeconds(1));
        favourites.keep("alice", BILLING);

        assertThat(favourites.of("alice")).containsExactly(BILLING, BOB);
        assertThat(favourites.of("carol")).isEmpty();
    }

    @Test
    void areLetGoByWhoKeptThem() {

        favourites.keep("alice", BOB);
        favourites.keep("carol", BOB);
        favourites.letGo("alice", BOB);
        favourites.letGo("alice", BOB);

        assertThat(favourites.of("alice")).isEmpty();
        assertThat(favourites.of("carol")).containsExactly(BOB);
    }

    @Test
    void areNotMoreThanOneCanSee() {

        IntStream.range(0, Favourites.MOST).forEach(it -> favourites.keep("alice", "WK%032x".formatted(it)));

        assertThat(favourites.keep("alice", BOB)).isFalse();
        assertThat(favourites.keep("alice", "WK%032x".formatted(0))).isTrue();
        assertThat(favourites.of("alice")).hasSize(Favourites.MOST).doesNotContain(BOB);
    }

    @Test
    void goWithTheirUser() {

        favourites.keep("alice", BOB);
        jdbc.sql("delete from desk_user where username = 'alice'").update();

        assertThat(favourites.of("alice")).isEmpty();
    }
}
