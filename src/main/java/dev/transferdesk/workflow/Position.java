package dev.transferdesk.workflow;

/** How far a workflow has led a task. */
public sealed interface Position {

    /** Both count from 0. */
    record InTarget(int filter, int target) implements Position {}

    /** In the default filter's queue, which it leaves only by being accepted or by its own end. */
    record InDefault() implements Position {}

    /** Through with the workflow, without a worker. */
    record FellOut(Reason reason) implements Position {}

    enum Reason {
        TIMEOUT, SKIPPED, NO_MATCH
    }
}
