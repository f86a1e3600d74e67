package dev.transferdesk.workflow;

import java.util.List;

/** The parts of an expression. They may nest deeply, hence the plain loops: streams would take several frames a level. */
public sealed interface Condition {

    boolean test(Scope scope, Semantics semantics);

    record And(List<Condition> parts) implements Condition {

        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(Scope scope, Semantics semantics) {
            for (var part : parts) {
                if (!part.test(scope, semantics)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Or(List<Condition> parts) implements Condition {

        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(Scope scope, Semantics semantics) {
            for (var part : parts) {
                if (part.test(scope, semantics)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * @param start offset of its first character in the expression's text
     * @param end   offset after its last
     */
    record Comparison(Operand left, Operator operator, Operand right, int start, int end) implements Condition {

        @Override
        public boolean test(Scope scope, Semantics semantics) {
            return operator.holds(left.value(scope), right.value(scope), semantics);
        }
    }
}
