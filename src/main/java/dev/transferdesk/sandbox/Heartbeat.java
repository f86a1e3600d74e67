package dev.transferdesk.sandbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets time pass. */
@Component
class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final long PERIOD_MILLIS = 100;

    private final World world;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sandbox-heartbeat").factory());
    private volatile boolean running;

    Heartbeat(World world) {
        this.world = world;
    }

    @Override
    public void start() {
        running = true;
        executor.scheduleWithFixedDelay(this::beat, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A failure must not stop time for everything else. */
    private void beat() {
        try {
            world.runDue();
        } catch (RuntimeException failure) {
            log.error("What was due in the sandbox failed", failure);
        }
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
