package dev.transferdesk.soak;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The whole desk in a process of its own, until it is killed. */
public final class DeskProcess implements AutoCloseable {

    private final Jvm jvm;
    private final CompletableFuture<List<String>> serving = new CompletableFuture<>();
    private final Map<String, CompletableFuture<Void>> armed = new ConcurrentHashMap<>();
    private final Map<String, List<String>> passed = new ConcurrentHashMap<>();
    private final Map<String, String> stopped = new ConcurrentHashMap<>();

    private DeskProcess(List<String> arguments, Path log) {
        jvm = Jvm.start(ProbedDesk.class, arguments, log, this::hear);
        jvm.whenItEnds(() -> serving.completeExceptionally(new IllegalStateException("It has ended: see " + log)));
    }

    /** Returns once it serves pages. */
    public static DeskProcess start(List<String> arguments, Path log) {

        var desk = new DeskProcess(arguments, log);
        desk.serving.orTimeout(90, TimeUnit.SECONDS).join();

        return desk;
    }

    public URI url() {
        return URI.create("http://localhost:" + serving.join().getFirst());
    }

    /** Where its embedded database answers others while it runs. */
    int databasePort() {
        return Integer.parseInt(serving.join().getLast());
    }

    void arm(String key, int stopAt, List<String> sids) {
        var done = armed.computeIfAbsent(key, _ -> new CompletableFuture<>());
        jvm.say("arm %s %d %s".formatted(key, stopAt, String.join(" ", sids)));
        done.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** The points that this journey has come to. */
    List<String> passed(String key) {
        return passed.getOrDefault(key, List.of());
    }

    Optional<String> stopped(String key) {
        return Optional.ofNullable(stopped.get(key));
    }

    /** Nothing in it is told. */
    public void kill() {
        jvm.kill();
    }

    /** It ends as it does when somebody stops it. */
    @Override
    public void close() {
        jvm.close();
    }

    private void hear(String line) {

        if (!line.startsWith(ProbedDesk.SAYS)) {
            return;
        }

        var words = List.of(line.substring(ProbedDesk.SAYS.length()).split(" ", 4));

        switch (words.getFirst()) {
            case "serving" -> serving.complete(List.of(words.get(1), words.get(2)));
            case "armed" -> armed.computeIfAbsent(words.get(1), _ -> new CompletableFuture<>()).complete(null);
            case "stopped" -> {
                pass(words);
                stopped.put(words.get(1), words.get(3));
            }
            default -> pass(words);
        }
    }

    private void pass(List<String> words) {
        passed.computeIfAbsent(words.get(1), _ -> new CopyOnWriteArrayList<>()).add(words.get(3));
    }
}
