package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the desk keeps of whoever has signed in, and what it costs. */
@ContractTest
class SessionTests {

    private static final String LOOKED_UP = """
            select coalesce(sum(execution_count), 0)
            from information_schema.query_statistics
            where upper(sql_statement) like '%FROM SPRING_SESSION S%'
            """;
    private static final String WRITTEN = """
            select coalesce(sum(execution_count), 0)
            from information_schema.query_statistics
            where upper(sql_statement) like 'UPDATE SPRING_SESSION%' or upper(sql_statement) like 'INSERT INTO SPRING_SESSION%'
            """;

    @Autowired
    private Floor floor;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void stopCounting() {
        jdbc.sql("set query_statistics false").update();
    }

    @Test
    void scriptsAndOtherSitesNeverSeeTheCookie() {

        var cookie = Desk.notSignedIn(floor.url()).page("/login").header("Set-Cookie").orElseThrow();

        assertThat(cookie).startsWith("SESSION=");
        assertThat(cookie.split("; ")).contains("Path=/", "HttpOnly", "SameSite=Lax")
                .noneMatch(
                        it -> it.startsWith("Max-Age") || it.startsWith("Expires"));
    }

    @Test
    void whoeverSignsInGetsAnotherSessionThanTheVisitorHad() {

        var visitor = Desk.notSignedIn(floor.url());
        var before = cookie(visitor.page("/login"));
        var after = cookie(signIn(visitor, "alice", "sandbox"));

        assertThat(after).isNotEqualTo(before);
        assertThat(visitor.page("/tasks").status()).isEqualTo(200);
        assertThat(Desk.notSignedIn(floor.url())
                .send("/tasks",
                        it -> it.header("Cookie", before).header("Accept", "text/html"))
                .status()).isEqualTo(302);
    }

    @Test
    void whatWasTypedIsNotKept() {

        var visitor = Desk.notSignedIn(floor.url());
        assertThat(signIn(visitor, "alice", "sandbix").header("Location")).get().asString().endsWith("/login?error");
        signIn(visitor, "alice", "sandbox");
        visitor.page("/tasks");

        assertThat(stored()).isNotEmpty()
                .noneMatch(it -> it.contains("sandbix") || it.contains("sandbox") || it.contains("bcrypt"));
    }

    @Test
    void whatCannotBeReadMeansSignedOut() {

        var name = userLike("carol");
        var desk = Desk.signedIn(floor.url(), name);
        jdbc.sql("""
                update spring_session_attributes
                set attribute_bytes = ?
                where session_primary_id in (select primary_id from spring_session where principal_name = ?)
                """).params(new byte[]{ 7, 7, 7 }, name).update();

        var answer = desk.page("/tasks");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).get().asString().endsWith("/login");
        assertThat(desk.get("/tasks").header("HX-Redirect")).contains("/login");

        assertThat(signIn(desk, name, "sandbox").status()).isEqualTo(302);
        assertThat(desk.page("/tasks").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "enabled = false", "password_hash = '{noop}another'" })
    void noSessionOutlivesTheAccountThatItIsOf(String change) {

        var name = userLike("carol");
        var desk = Desk.signedIn(floor.url(), name);
        assertThat(desk.page("/tasks").status()).isEqualTo(200);

        jdbc.sql("update desk_user set " + change + " where username = ?").param(name).update();
        assertThat(desk.page("/tasks").status()).isEqualTo(302);

        jdbc.sql("delete from desk_user where username = ?").param(name).update();
        assertThat(desk.page("/tasks").status()).isEqualTo(302);
    }

    @Test
    void aRoleIsLostAtOnce() {

        var name = userLike("sam");
        var desk = Desk.signedIn(floor.url(), name);
        assertThat(desk.page("/admin/transfers").status()).isEqualTo(200);

        jdbc.sql("update desk_user set role = 'AGENT' where username = ?").param(name).update();
        assertThat(desk.page("/admin/transfers").status()).isEqualTo(403);
    }

    @Test
    void anOpenPageLooksItUpOnceEachTimeAndWritesNothing() {

        var desk = floor.deskOf("alice");
        desk.page("/tasks");

        count();
        desk.get("/tasks");
        desk.get("/tasks");
        desk.page("/tasks");

        assertThat(number(LOOKED_UP)).isEqualTo(3);
        assertThat(number(WRITTEN)).isZero();
    }

    @Test
    void nobodyAsksForItWhereItMakesNoDifference() {

        var desk = floor.deskOf("alice");
        var page = desk.page("/tasks").html();
        var style = page.selectFirst("link[rel=stylesheet]").attr("href");
        var script = page.selectFirst("script[src*=htmx]").attr("src");

        count();
        assertThat(file(desk, style)).isEqualTo(200);
        assertThat(file(desk, script)).isEqualTo(200);
        Desk.notSignedIn(floor.url()).send("/webhooks/taskrouter", it -> it.POST(BodyPublishers.noBody()));

        assertThat(number(LOOKED_UP)).isZero();
    }

    @Test
    void aStreamThatEndsLeavesNothingBehind() {

        var desk = Desk.signedIn(floor.url(), "carol");
        try (var page = desk.listen("/live")) {
            Eventually.until("the page is connected", () -> !page.heard("pulse").isEmpty());
            var before = sessionsOf("carol");

            desk.post("/logout");

            Eventually.until("the page is let go", page::isOver);
            assertThat(sessionsOf("carol")).isEqualTo(before - 1);
        }
    }

    @Test
    void aStreamIsNoPageToReturnTo() {

        var visitor = Desk.notSignedIn(floor.url());
        visitor.listen("/live").close();
        visitor.page("/tasks/WT1");
        visitor.listen("/transfers/live").close();

        assertThat(signIn(visitor, "alice", "sandbox").header("Location")).get().asString().contains("/tasks/WT1");
    }

    private static int file(Desk desk, String address) {
        return desk.send(address, it -> it.GET()).status();
    }

    private static Answer signIn(Desk desk, String username, String password) {

        var token = desk.page("/login").html().selectFirst("input[name=_csrf]").val();

        return desk.send("/login",
                it -> desk.form(it, "POST", "username", username, "password", password, "_csrf", token));
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").orElseThrow().split(";")[0];
    }

    /** Somebody with the same rights and the same password, without a worker. */
    private String userLike(String username) {

        var name = username + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("""
                insert into desk_user
                    (username, display_name, password_hash, role, enabled, from_configuration, created_at)
                select ?, display_name, password_hash, role, enabled, false, created_at
                from desk_user
                where username = ?
                """).params(name, username).update();

        return name;
    }

    private List<String> stored() {
        return jdbc.sql("select attribute_bytes from spring_session_attributes")
                .query(byte[].class)
                .list()
                .stream()
                .map(it -> new String(it, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private long sessionsOf(String username) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(username)
                .query(Long.class)
                .single();
    }

    private void count() {
        jdbc.sql("set query_statistics false").update();
        jdbc.sql("set query_statistics true").update();
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
