package dev.transferdesk.soak;

import dev.transferdesk.contract.Call;
import dev.transferdesk.contract.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** A folder, a sandbox that outlives its desks, and people. */
final class Site implements AutoCloseable {

    private static final int LONGEST_FORM = 300;

    final Sandbox sandbox;
    final People people;

    private final Path folder;
    private final SandboxProcess process;

    private Site(Path folder) {
        this.folder = folder;
        this.process = SandboxProcess.start(folder);
        this.sandbox = new Sandbox(process.setting("base-url"), process.setting("account-sid"),
                process.setting("auth-token"), process.setting("workspace-sid"));
        this.people = new People(sandbox);
    }

    /** Below {@code target/soak}, where the logs of all its processes stay. */
    static Site open(String name) {
        try {
            return new Site(Files.createTempDirectory(Files.createDirectories(Path.of("target", "soak")), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path embeddedDatabase() {
        return folder.resolve("desk").toAbsolutePath();
    }

    /** With the options that it has unless somebody configures another. */
    List<String> embeddedDatabaseSettings() {

        var defaults = new YamlPropertiesFactoryBean();
        defaults.setResources(new ClassPathResource("application.yml"));
        var url = Objects.requireNonNull(defaults.getObject()).getProperty("spring.datasource.url");

        return List.of("--spring.datasource.url=" + url.replace("./data/desk", embeddedDatabase().toString()));
    }

    DeskProcess startDesk(String name, List<String> database) {
        return DeskProcess.start(Stream.of(process.arguments(), people.arguments(), database, List.of(
                // Whatever has stopped keeps its connection
                "--spring.datasource.hikari.maximum-pool-size=80", "--server.port=0", "--server.address=127.0.0.1",
                "--features.conversation-transfer.enabled=true", "--features.conversation-transfer.cold-transfer=true",
                "--features.conversation-transfer.multi-participant=true")).flatMap(List::stream).toList(),
                folder.resolve(name + ".log"));
    }

    Scene scene() {
        return new Scene(sandbox.state());
    }

    /** What the desk wrote down about a journey, and what it changed at Twilio. */
    String history(Journey journey, Ledger ledger) {

        var transfers = ledger.of(journey);

        return Stream.of(transfers.stream().map(Ledger.Entry::toString),
                transfers.stream().flatMap(it -> ledger.steps(it).stream()),
                sandbox.changes(journey.at(), 0).stream().map(Site::line))
                .flatMap(it -> it)
                .collect(Collectors.joining("\n    ", "\n    ", "\n"));
    }

    private static String line(Call call) {

        var form = call.form().toString();

        return "%s %s %s".formatted(call.at(), call.line(),
                form.length() <= LONGEST_FORM ? form : form.substring(0, LONGEST_FORM) + "...");
    }

    @Override
    public void close() {
        process.close();
    }
}
