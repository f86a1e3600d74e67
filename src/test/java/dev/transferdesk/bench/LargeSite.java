package dev.transferdesk.bench;

import dev.transferdesk.Application;
import dev.transferdesk.contract.Sandbox;
import dev.transferdesk.soak.Jvm;
import dev.transferdesk.soak.SandboxProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A contact centre of many agents: a desk as it would be deployed, in a process with a limited heap, and a sandbox in
 * another one that tells it everything. Each agent has an account with the password {@code bench}, kept as it is, since
 * thousands of them would take minutes to be hashed.
 */
final class LargeSite implements AutoCloseable {

    private static final String PASSWORD = "{noop}" + Browser.PASSWORD;

    final Sandbox sandbox;
    final List<String> workers;
    final URI url;

    private final SandboxProcess twilio;
    private final Jvm desk;

    private LargeSite(Path folder, int agents, int queues, String heap) throws IOException {

        twilio = SandboxProcess.start(folder,
                List.of("--sandbox.extra-workers=" + agents, "--sandbox.extra-queues=" + queues));
        sandbox = new Sandbox(twilio.setting("base-url"), twilio.setting("account-sid"), twilio.setting("auth-token"),
                twilio.setting("workspace-sid"));
        workers = sandbox.workers();
        var port = freePort();
        url = URI.create("http://localhost:" + port);
        var database = "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
                .formatted(folder.resolve("desk").toAbsolutePath());
        employ(database);

        desk = Jvm.start(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"), classPath(), Application.class,
                Stream.concat(twilio.arguments().stream(), Stream.of("--spring.datasource.url=" + database,
                        "--server.port=" + port, "--server.address=127.0.0.1", "--webhooks.public-url=" + url,
                        ServerTimes.SETTING,
                        "--features.conversation-transfer.enabled=true",
                        "--features.conversation-transfer.cold-transfer=true",
                        "--features.conversation-transfer.multi-participant=true")).toList(),
                folder.resolve("desk.log"), _ -> {});
        awaitServing(port);
    }

    static LargeSite open(int agents, int queues, String heap) {

        var site = untold(agents, queues, heap);
        site.sandbox.tellEverythingTo(site.url.toString());

        return site;
    }

    /** Where Twilio tells of nothing. */
    static LargeSite untold(int agents) {
        return untold(agents, 0, "512m");
    }

    private static LargeSite untold(int agents, int queues, String heap) {
        try {
            return new LargeSite(Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "site"),
                    agents, queues, heap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under which the agent signs in who works there under this number; after them comes {@code admin}. */
    static String username(int agent) {
        return "agent" + agent;
    }

    /** Of what is reachable, in bytes. */
    long heap() {

        run("GC.run");
        var lines = run("GC.heap_info");
        var used = lines.lines()
                .filter(it -> it.contains("used "))
                .findFirst()
                .orElseThrow()
                .replaceAll(
                        ".*?used (\\d+)K.*", "$1");

        return Long.parseLong(used) * 1024;
    }

    /** Of everything that the process has in memory, in bytes. */
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(desk.pid())))
                .stream()
                .filter(it -> it.startsWith("VmRSS:"))
                .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        desk.close();
        twilio.close();
    }

    private String run(String command) {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var process = new ProcessBuilder(jcmd, String.valueOf(desk.pid()), command).start();
            return process.inputReader().lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void employ(String database) {

        var source = new JdbcDataSource();
        source.setUrl(database);
        source.setUser("sa");
        Flyway.configure().dataSource(source).load().migrate();
        var jdbc = JdbcClient.create(source);

        for (var i = 0; i < workers.size(); i++) {
            account(jdbc, username(i), "AGENT", workers.get(i));
        }
        account(jdbc, "admin", "ADMIN", null);
    }

    private static void account(JdbcClient jdbc, String username, String role,
            @Nullable String worker) {
        jdbc.sql("""
                insert into desk_user
                    (username, display_name, password_hash, role, worker, enabled, from_configuration, created_at)
                values (?, ?, ?, ?, ?, true, false, current_timestamp)
                """).params(username, username, PASSWORD, role, worker).update();
    }

    /** Without the tests, whose classes the desk would take for its own. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitServing(int port) throws IOException {

        var deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();

        while (System.nanoTime() < deadline) {
            try (var _ = new Socket("localhost", port)) {
                return;
            } catch (ConnectException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }

        throw new AssertionError("The desk does not come up");
    }
}
