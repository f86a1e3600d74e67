package dev.transferdesk.workflow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What the names in an expression mean. It differs by where the expression stands. */
@FunctionalInterface
public interface Scope {

    /** @return null as JSON for a name that means nothing here */
    JsonNode resolve(AttributePath path);

    default JsonNode resolve(String path) {
        return resolve(AttributePath.parse(path));
    }

    /** A filter's: the task's attributes, with or without {@code task.} before them. */
    static Scope ofTask(ObjectNode attributes) {
        return path -> {
            var found = path.resolve(attributes);
            return found.isNull() && path.isWithin("task") ? path.tail().resolve(attributes) : found;
        };
    }

    /** A queue's, or that of a search for workers: a worker's properties and attributes, without anything before them. */
    static Scope ofWorker(WorkerFacts worker) {
        return worker::resolve;
    }

    /** A target's: every name says whose it is, {@code task.} or {@code worker.}. */
    static Scope ofTarget(ObjectNode taskAttributes, WorkerFacts worker) {
        return path -> {
            if (path.isWithin("task")) {
                return path.tail().resolve(taskAttributes);
            }
            return path.isWithin("worker") ? worker.resolve(path.tail()) : NullNode.getInstance();
        };
    }

    /** A {@code skip_if}: {@code workers.} and the task's attributes. */
    static Scope ofSkip(ObjectNode taskAttributes, PoolFacts workers) {
        var task = ofTask(taskAttributes);
        return path -> path.isWithin("workers") ? workers.count(path.tail().toString())
                .orElseGet(() -> task.resolve(
                        path))
                : task.resolve(path);
    }
}
