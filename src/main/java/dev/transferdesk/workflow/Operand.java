package dev.transferdesk.workflow;

import tools.jackson.databind.JsonNode;

/** What stands on either side of an operator. */
public sealed interface Operand {

    JsonNode value(Scope scope);

    /** A string, number, boolean, null, or an array of such. */
    record Literal(JsonNode constant) implements Operand {

        @Override
        public JsonNode value(Scope scope) {
            return constant;
        }
    }

    record Attribute(AttributePath path) implements Operand {

        @Override
        public JsonNode value(Scope scope) {
            return scope.resolve(path);
        }
    }
}
