package dev.transferdesk.histories;

/** The process is dead: nothing that it still tries to do takes effect. */
final class Killed extends Error {

    private static final long serialVersionUID = 1;

    Killed() {
        super("the process is dead", null, false, false);
    }
}
