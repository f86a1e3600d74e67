package dev.transferdesk.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A process of the running Java. What it prints goes to a file, and line by line to whoever listens. */
public final class Jvm implements AutoCloseable {

    private static final int OF_SIGKILL = 128 + 9;

    private static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx400m");

    private final Process process;
    private final PrintWriter input;
    private final Thread reader;

    private Jvm(Process process, Path log, Consumer<String> listener) {
        this.process = process;
        this.input = new PrintWriter(process.outputWriter(), true);
        this.reader = Thread.ofVirtual().start(() -> read(log, listener));
    }

    /** With the tests' class path. */
    static Jvm start(Class<?> main, List<String> arguments, Path log, Consumer<String> listener) {
        return start(QUICK_TO_START, System.getProperty("java.class.path"), main, arguments, log, listener);
    }

    /** @param options of the Java virtual machine */
    public static Jvm start(List<String> options, String classPath, Class<?> main, List<String> arguments, Path log,
            Consumer<String> listener) {

        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(List.of(java), options, List.of(main.getName()), arguments).flatMap(List::stream);
        var builder = new ProcessBuilder(command.toList()).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", classPath);

        try {
            return new Jvm(builder.start(), log, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    void say(String line) {
        input.println(line);
    }

    /** As the kernel does when there is no memory left: nothing in it is told. */
    void kill() {
        process.toHandle().destroyForcibly();
        if (waitedFor() != OF_SIGKILL) {
            throw new AssertionError("It was not killed, but ended with " + process.exitValue());
        }
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        waitedFor();
    }

    void whenItEnds(Runnable then) {
        process.onExit().thenRun(then);
    }

    private int waitedFor() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly();
            }
            reader.join();
            return process.waitFor();
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void read(Path log, Consumer<String> listener) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
                var file = new PrintWriter(Files.newBufferedWriter(log, StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND), true)) {
            lines.lines().peek(file::println).forEach(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
