package dev.transferdesk.histories;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Keeps those quiet who would tell the log of every one of thousands of failures that are meant to be. */
final class Quiet implements AutoCloseable {

    private static final List<String> TALKATIVE = List.of("dev.transferdesk", "com.github.kagkarlsson", "org.flywaydb",
            "org.springframework");

    private final Map<String, Level> before = new LinkedHashMap<>();
    private final java.util.logging.Logger caches = java.util.logging.Logger.getLogger("com.github.benmanes.caffeine");

    Quiet() {
        TALKATIVE.forEach(it -> {
            before.put(it, logger(it).getLevel());
            logger(it).setLevel(Level.OFF);
        });
        caches.setLevel(java.util.logging.Level.OFF);
    }

    @Override
    public void close() {
        before.forEach((name, level) -> logger(name).setLevel(level));
        caches.setLevel(null);
    }

    private static Logger logger(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }
}
