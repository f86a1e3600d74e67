package dev.transferdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contact centre that a test plays in: its people at their desks, its customers, and the time. */
class Floor {

    /** What no log may hold, neither of customers nor about them. */
    static final String SAID = "my card is 4111 1111 1111 1111";

    static final String NOTE = "her number is +49 170 1234567";

    /** How often the desk looks what became of a transfer. */
    static final Duration ONE_LOOK = Duration.ofSeconds(2);

    private static final Duration RECENT = Duration.ofSeconds(7);

    /** How long the desk may take for what it does as soon as it can. */
    private static final Duration MOMENT = Duration.ofMillis(1000);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final int MOST_LOOKS = 15;

    final String alice;
    final String bob;
    final String carol;
    final String billing;
    final String sales;
    final Sandbox sandbox;

    private final Environment environment;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();
    private final List<Case> begun = new ArrayList<>();

    Floor(Environment environment, MovableClock clock, JdbcClient jdbc) {
        this.environment = environment;
        this.clock = clock;
        this.jdbc = jdbc;
        this.sandbox = new Sandbox(setting("twilio.base-url"), setting("twilio.account-sid"),
                setting("twilio.auth-token"), setting("twilio.workspace-sid"));
        this.alice = sandbox.worker("Alice Alvarez");
        this.bob = sandbox.worker("Bob Brandt");
        this.carol = sandbox.worker("Carol Chen");
        this.billing = sandbox.queue("Billing");
        this.sales = sandbox.queue("Sales");
        List.of(alice, bob, carol).forEach(it -> sandbox.capacity(it, 100));
    }

    String setting(String name) {
        return environment.getRequiredProperty(name);
    }

    URI url() {
        return URI.create("http://localhost:" + setting("local.server.port"));
    }

    /** Somebody's desk, signed in to once. */
    Desk deskOf(String username) {
        return desks.computeIfAbsent(username, it -> Desk.signedIn(url(), it));
    }

    /** A customer is in conversation with Alice, and her desk is ready to show it. */
    Case begin() {
        return begin(1).getFirst();
    }

    List<Case> begin(int count) {

        for (var i = 0; i < count; i++) {
            begun.add(sandbox.begin(alice, SAID));
        }
        pass(RECENT);

        return List.copyOf(begun.subList(begun.size() - count, begun.size()));
    }

    /** The sandbox starts over, with nothing that was begun before. */
    void renew() {
        begun.clear();
        sandbox.reset();
        List.of(alice, bob, carol).forEach(it -> sandbox.capacity(it, 100));
        forgetRecent();
    }

    /** Nothing gets older, however long the machine takes. */
    void stopTime() {
        clock.stop();
    }

    /** What the desk knows of conversations and offers is out of date. */
    void forgetRecent() {
        pass(RECENT);
    }

    /** Whatever the desk knows is out of date. */
    void forgetEverything() {
        pass(Duration.ofMinutes(11));
    }

    /** Whoever is offered the transfer answers, with their Flex, and the desk comes to know of it. */
    void answers(Case one, String status) {
        sandbox.answer(sandbox.invitedTask(one), status);
        pass(ONE_LOOK);
    }

    /** Time goes by, for the desk as for Twilio. */
    void pass(Duration time) {
        sandbox.advance(time.toSeconds());
        clock.advance(time);
    }

    /** After a test: its conversations end, and nothing goes wrong any more. */
    void tidy() {
        clock.go();
        sandbox.calm();
        begun.forEach(sandbox::end);
        begun.clear();
        jdbc.sql("delete from setting where name = 'release'").update();
        List.of(alice, bob, carol).forEach(sandbox::makeAvailable);
    }

    /** Until the desk has nothing left to do about any transfer, so that all calls from then on have another reason. */
    void settle() {
        inTheEnd("nothing is under way", () -> jdbc.sql("""
                select count(*)
                from transfer
                where ended_at is null or entry_settled = false
                """).query(Integer.class).single() == 0);
    }

    /** Time goes by until then, but not so fast that somebody is not answered in time for want of a machine's. */
    void inTheEnd(String what, BooleanSupplier condition) {
        inTheEnd(what, ONE_LOOK, condition);
    }

    /** The same for what is looked at less often. */
    void inTheEnd(String what, Duration every, BooleanSupplier condition) {

        var looks = 0;

        while (!holdsSoon(condition)) {
            if (++looks > MOST_LOOKS) {
                throw new AssertionError("It has not come about: " + what);
            }
            pass(every);
        }
    }

    private static boolean holdsSoon(BooleanSupplier condition) {

        var deadline = System.nanoTime() + MOMENT.toNanos();

        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }

        return true;
    }

    /** Senders have read what became of whatever they sent, as they do: hundreds of reports would be on each page. */
    void closeBars() {
        jdbc.sql("update transfer set acknowledged_at = requested_at where acknowledged_at is null").update();
    }

    /** Whether senders leave at once, until {@link #tidy}. */
    void release(String policy) {
        deskOf("ada").put("/admin/settings/release", "value", policy);
    }

    void assertNoSecretsIn(String log) {
        assertThat(log).doesNotContain(setting("twilio.auth-token"), "Basic ", SAID, NOTE, "4111 1111", "1234567");
    }

    /** What is on record about this conversation. */
    List<Row> record(Case one) {
        return jdbc.sql("select * from transfer where conversation = ? order by requested_at")
                .param(one.conversation())
                .query((row, _) -> new Row(row.getString("id"), row.getString("kind"), row.getString("state"),
                        row.getString("invited_task"), row.getObject("released_at") != null,
                        row.getObject("ended_at") != null, row.getBoolean("entry_settled")))
                .list();
    }

    List<String> steps(Row row) {
        return jdbc.sql("select kind from transfer_step where transfer = cast(? as uuid) order by id")
                .param(row.id())
                .query(String.class)
                .list();
    }

    /** How often the audit log names this conversation for such an action. */
    int audited(String action, Case one) {
        return jdbc.sql("select count(*) from audit where action = ? and subject like ? and outcome is not null")
                .params(action, one.conversation() + "%")
                .query(Integer.class)
                .single();
    }

    /** How often the audit log says this of exactly this. */
    int auditedWith(String action, String subject) {
        return jdbc.sql("select count(*) from audit where action = ? and subject = ?")
                .params(action, subject)
                .query(Integer.class)
                .single();
    }

    /** A transfer as the desk has written it down. */
    record Row(String id, String kind, String state, String invitedTask, boolean released, boolean ended,
            boolean entrySettled) {

        /** Whether agents in Flex see that somebody is awaited. */
        boolean isEntered() {
            return invitedTask != null && !ended && entrySettled;
        }

        /** Whether nothing is left to be done. */
        boolean isSettled() {
            return ended && entrySettled;
        }
    }
}
