package dev.transferdesk.soak;

import dev.transferdesk.sandbox.SandboxServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sandbox in a process of its own, so that it remembers what a desk has done that is no more. */
public final class SandboxProcess implements AutoCloseable {

    /** What a desk is started with that should use it, as the sandbox says itself. */
    private static final Pattern ARGUMENT = Pattern.compile("\\s+(--twilio\\.[a-z-]+)=(\\S+)");
    private static final String LAST_ARGUMENT = "--twilio.workspace-sid";

    private final Jvm jvm;
    private final List<String> arguments;

    private SandboxProcess(Jvm jvm, List<String> arguments) {
        this.jvm = jvm;
        this.arguments = arguments;
    }

    public static void main(String[] args) {
        Parent.obey(_ -> {});
        SandboxServer.main(args);
    }

    public static SandboxProcess start(Path folder) {
        return start(folder, List.of());
    }

    /** @param settings of the sandbox, as arguments */
    public static SandboxProcess start(Path folder, List<String> settings) {

        var arguments = new CopyOnWriteArrayList<String>();
        var ready = new CompletableFuture<Void>();
        var jvm = Jvm.start(SandboxProcess.class,
                Stream.concat(Stream.of("--sandbox.port=0"), settings.stream()).toList(), folder.resolve("sandbox.log"),
                line -> {
                    var argument = ARGUMENT.matcher(line);
                    if (argument.matches()) {
                        arguments.add(line.strip());
                    }
                    if (line.strip().startsWith(LAST_ARGUMENT)) {
                        ready.complete(null);
                    }
                });
        ready.orTimeout(60, TimeUnit.SECONDS).join();

        return new SandboxProcess(jvm, arguments);
    }

    /** With which a desk is started that uses it. */
    public List<String> arguments() {
        return arguments;
    }

    public String setting(String name) {

        var prefix = "--twilio." + name + "=";

        return arguments.stream()
                .filter(it -> it.startsWith(prefix))
                .map(it -> it.substring(prefix.length()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
