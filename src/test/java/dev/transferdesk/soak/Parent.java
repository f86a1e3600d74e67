package dev.transferdesk.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Whoever started this process, and talks to it through its standard input. It does not outlive them. */
final class Parent {

    private static final int ORPHANED = 3;

    private Parent() {}

    static void obey(Consumer<String> order) {
        Thread.ofPlatform().daemon().start(() -> {

            try (var orders = new BufferedReader(new InputStreamReader(System.in))) {
                orders.lines().forEach(order);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }

            Runtime.getRuntime().halt(ORPHANED);
        });
    }
}
