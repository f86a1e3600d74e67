package dev.transferdesk.bench;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Sends requests at a steady pace, whether or not the earlier ones have been answered, and takes their time. */
final class Pace {

    private Pace() {}

    /** Nanoseconds from when each request was due until it was answered, so that a late one counts as slow. */
    static Times of(int perSecond, Duration span, IntConsumer request) {

        var gap = Duration.ofSeconds(1).toNanos() / perSecond;
        var start = System.nanoTime();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, Math.toIntExact(span.toNanos() / gap))
                    .mapToObj(i -> threads.submit(() -> time(start + i * gap, request, i)))
                    .toList();
            return new Times(sent.stream().mapToLong(Pace::answered).sorted().toArray());
        }
    }

    private static long time(long due, IntConsumer request, int i) {

        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        request.accept(i);

        return System.nanoTime() - due;
    }

    private static long answered(Future<Long> sent) {
        try {
            return sent.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sorted. */
    record Times(long[] nanos) {

        double millis(int percentile) {
            return nanos[Math.min(nanos.length - 1, nanos.length * percentile / 100)] / 1e6;
        }

        int count() {
            return nanos.length;
        }

        @Override
        public String toString() {
            return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms of %d".formatted(millis(50), millis(95), millis(99),
                    count());
        }
    }
}
