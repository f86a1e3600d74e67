package dev.transferdesk.sandbox;

import java.time.Instant;

import dev.transferdesk.workflow.Expression;
import dev.transferdesk.workflow.Scope;

/** Where tasks wait for the workers whom its expression admits. */
final class TaskQueue extends Resource {

    private String friendlyName;
    private Expression targetWorkers;
    private int maxReservedWorkers = 1;
    private String order = "FIFO";

    TaskQueue(String sid, Instant created, String friendlyName, Expression targetWorkers) {
        super(sid, created);
        this.friendlyName = friendlyName;
        this.targetWorkers = targetWorkers;
    }

    String friendlyName() {
        return friendlyName;
    }

    Expression targetWorkers() {
        return targetWorkers;
    }

    int maxReservedWorkers() {
        return maxReservedWorkers;
    }

    String order() {
        return order;
    }

    boolean admits(Worker worker) {
        return targetWorkers.test(Scope.ofWorker(worker.facts()));
    }

    void rename(String name) {
        friendlyName = name;
    }

    void admit(Expression expression) {
        targetWorkers = expression;
    }

    void reserveUpTo(int workers) {
        maxReservedWorkers = workers;
    }

    void serve(String order) {
        this.order = order;
    }
}
