package dev.transferdesk.twilio;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does several calls at the same time, each on a virtual thread, so that they take as long as the slowest. */
public final class AtOnce {

    /** Bound by tests that need everything to happen in an order of their own. */
    static final ScopedValue<Executor> ORDER = ScopedValue.newInstance();

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private AtOnce() {}

    /** Begins a call. The supplier waits for it and gives its answer or throws its exception. */
    public static <T> Supplier<T> begin(Supplier<T> call) {

        var answer = CompletableFuture.supplyAsync(Look.carriedOver(call), threads());

        return () -> awaited(answer);
    }

    /** Begins something whose end nobody here waits for. It has to cope with its own failures. */
    public static void leave(Runnable work) {
        threads().execute(work);
    }

    /** One call for each, in the same order; throws the first exception. */
    public static <S, T> List<T> forEach(Collection<S> subjects, Function<S, T> call) {
        return subjects.stream().map(it -> begin(() -> call.apply(it))).toList().stream().map(Supplier::get).toList();
    }

    static Executor threads() {
        return ORDER.orElse(THREADS);
    }

    static <T> T awaited(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw wrapped;
        }
    }
}
