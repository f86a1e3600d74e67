package dev.transferdesk.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a new task is made of.
 *
 * @param queue the queue named by whoever asks, who then leaves the workflow aside; null lets the workflow decide
 * @param worker the only worker to be asked; likewise
 */
record TaskDraft(Workflow workflow, TaskChannel channel, ObjectNode attributes, int priority, Duration timeout,
        @Nullable TaskQueue queue, @Nullable Worker worker) {

    static final Duration DEFAULT_TIMEOUT = Duration.ofDays(1);
    static final int ATTRIBUTES_LIMIT = 4096;
}
