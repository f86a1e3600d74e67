package dev.transferdesk.sandbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a task waits.
 *
 * @param route null for a task that was given a queue or a worker of its own
 * @param queue null for a task that no filter wants and that is left to wait
 * @param worker the only one to be asked; null for any
 * @param number rises with every move of the task, so that what was planned for an earlier stage finds it gone
 * @param fresh whether it is still to be seen if anybody is free, and so whether a {@code skip_if} counts
 */
record Stage(@Nullable Route route, @Nullable TaskQueue queue, @Nullable Worker worker, Instant entered, int number,
        boolean fresh) {

    Stage settled() {
        return new Stage(route, queue, worker, entered, number, false);
    }
}
