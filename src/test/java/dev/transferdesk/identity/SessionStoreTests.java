package dev.transferdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.session.autoconfigure.SessionTimeout;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.events.SessionDestroyedEvent;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.DefaultCookieSerializer;

@ParameterizedClass
@EnumSource
class SessionStoreTests {

    static final Duration TIMEOUT = Duration.ofHours(12);

    final JdbcClient jdbc;
    final List<String> ended = new ArrayList<>();
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final SessionRepository<Session> sessions;

    @SuppressWarnings("unchecked")
    SessionStoreTests(Database database) {

        var source = database.empty();
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);

        context.registerBean(DataSource.class, () -> source);
        context.registerBean(SessionTimeout.class, () -> () -> TIMEOUT);
        context.registerBean(DefaultCookieSerializer.class);
        context.register(SessionStore.class);
        context.addApplicationListener(
                (ApplicationListener<SessionDestroyedEvent>) it -> ended.add(it.getSessionId()));
        context.refresh();
        sessions = context.getBean(SessionRepository.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void whatIsInASessionIsFoundAgain() {

        var session = begun();
        session.setAttribute("token", new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "secret"));
        sessions.save(session);

        var found = sessions.findById(session.getId());
        assertThat(found.getMaxInactiveInterval()).isEqualTo(TIMEOUT);
        assertThat(found.<String>getAttribute("account")).isEqualTo("one");
        assertThat(found.<DefaultCsrfToken>getAttribute("token").getToken()).isEqualTo("secret");
    }

    @Test
    void useIsWrittenNowAndThen() {

        var id = begun().getId();
        var before = lastAccess();

        var soon = sessions.findById(id);
        soon.setLastAccessedTime(Instant.ofEpochMilli(before).plus(Duration.ofMinutes(11)));
        sessions.save(soon);
        assertThat(lastAccess()).isEqualTo(before);

        var later = sessions.findById(id);
        later.setLastAccessedTime(Instant.ofEpochMilli(before).plus(Duration.ofMinutes(13)));
        sessions.save(later);
        assertThat(lastAccess()).isEqualTo(before + Duration.ofMinutes(13).toMillis());
    }

    @Test
    void twoRequestsMayAddTheSameAtOnce() {

        var one = sessions.findById(begun().getId());
        var other = sessions.findById(one.getId());
        one.setAttribute("page", "/tasks");
        other.setAttribute("page", "/admin");
        sessions.save(one);
        sessions.save(other);

        assertThat(sessions.findById(one.getId()).<String>getAttribute("page")).isEqualTo("/tasks");
    }

    @Test
    void nobodyRevivesWhatHasEnded() {

        var one = sessions.findById(begun().getId());
        var other = sessions.findById(one.getId());
        sessions.deleteById(one.getId());

        other.setAttribute("page", "/tasks");
        other.setLastAccessedTime(Instant.now().plus(Duration.ofHours(1)));
        sessions.save(other);

        assertThat(ended).containsExactly(one.getId());
        assertThat(sessions.findById(one.getId())).isNull();
        assertThat(new Sessions(jdbc).present()).isEmpty();
        assertThat(count("spring_session_attributes")).isZero();
    }

    @Test
    void anotherIdLeadsToTheSameSession() {

        var session = sessions.findById(begun().getId());
        var former = session.getId();
        session.changeSessionId();
        sessions.save(session);

        assertThat(sessions.findById(former)).isNull();
        assertThat(sessions.findById(session.getId()).<String>getAttribute("account")).isEqualTo("one");
        assertThat(new Sessions(jdbc).present()).containsExactly(session.getId());
    }

    @Test
    void whatCannotBeReadIsNotThereAndCanBeWrittenAgain() {

        var id = begun().getId();
        jdbc.sql("update spring_session_attributes set attribute_bytes = ?").param(new byte[]{ 1, 2, 3 }).update();

        var found = sessions.findById(id);
        assertThat(found.<String>getAttribute("account")).isNull();
        found.setAttribute("account", "two");
        sessions.save(found);

        assertThat(sessions.findById(id).<String>getAttribute("account")).isEqualTo("two");
    }

    @Test
    void nothingIsReadThatNoSessionHolds() {

        var session = begun();
        session.setAttribute("account", new InetSocketAddress(80));
        sessions.save(session);

        assertThat(sessions.findById(session.getId()).<Object>getAttribute("account")).isNull();
    }

    @Test
    void sessionsWhoseTimeIsOverAreRemoved() {

        begun();
        var kept = begun();
        jdbc.sql("update spring_session set expiry_time = 1 where session_id <> ?").param(kept.getId()).update();

        context.getBean(JdbcIndexedSessionRepository.class).cleanUpExpiredSessions();

        assertThat(new Sessions(jdbc).present()).containsExactly(kept.getId());
    }

    private Session begun() {

        var session = sessions.createSession();
        session.setAttribute("account", "one");
        sessions.save(session);

        return session;
    }

    private long lastAccess() {
        return jdbc.sql("select last_access_time from spring_session").query(Long.class).single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
