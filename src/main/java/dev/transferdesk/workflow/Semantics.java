package dev.transferdesk.workflow;

/**
 * What Twilio does not document about TaskRouter, each as a choice.
 *
 * @param precedence      which of {@code AND} and {@code OR} binds where there are no parentheses
 * @param notInMissing    what {@code x NOT IN list} says when there is no such list
 * @param caseSensitive   whether strings are compared with regard to case
 * @param unmatched       what becomes of a task that no filter wants when there is no default filter
 */
public record Semantics(Precedence precedence, boolean notInMissing, boolean caseSensitive, Unmatched unmatched) {

    /** What is most likely, and safe to be prepared for. */
    public static final Semantics LIKELY = new Semantics(Precedence.AND_FIRST, false, true, Unmatched.CANCELED);

    public enum Precedence {
        AND_FIRST, LEFT_TO_RIGHT
    }

    public enum Unmatched {
        CANCELED, WAITING
    }

    public Semantics with(Precedence other) {
        return new Semantics(other, notInMissing, caseSensitive, unmatched);
    }

    public Semantics with(Unmatched other) {
        return new Semantics(precedence, notInMissing, caseSensitive, other);
    }

    public Semantics withNotInMissing(boolean other) {
        return new Semantics(precedence, other, caseSensitive, unmatched);
    }

    public Semantics withCaseSensitive(boolean other) {
        return new Semantics(precedence, notInMissing, other, unmatched);
    }
}
