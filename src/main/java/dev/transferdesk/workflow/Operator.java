package dev.transferdesk.workflow;

import java.util.Locale;
import java.util.function.IntPredicate;

import tools.jackson.databind.JsonNode;

/** How two values are compared. Values of kinds that do not go together are never an error, only not true. */
public enum Operator {

    EQUAL("=="), NOT_EQUAL("!="), LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">="), //
    CONTAINS("CONTAINS"), HAS("HAS"), IN("IN"), NOT_IN("NOT IN");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    boolean holds(JsonNode left, JsonNode right, Semantics semantics) {
        return switch (this) {
            case EQUAL -> comparable(left, right) && same(left, right, semantics);
            case NOT_EQUAL -> comparable(left, right) && !same(left, right, semantics);
            case LESS -> ordered(left, right, semantics, order -> order < 0);
            case AT_MOST -> ordered(left, right, semantics, order -> order <= 0);
            case GREATER -> ordered(left, right, semantics, order -> order > 0);
            case AT_LEAST -> ordered(left, right, semantics, order -> order >= 0);
            case CONTAINS -> contains(left, right, semantics);
            case HAS -> isIn(right, left, semantics);
            case IN -> isIn(left, right, semantics);
            case NOT_IN -> notIn(left, right, semantics);
        };
    }

    /** Scalar operators are not for arrays and objects, except to ask whether there is one. */
    private static boolean comparable(JsonNode left, JsonNode right) {
        return left.isNull() || right.isNull() || isScalar(left) && isScalar(right);
    }

    private static boolean isScalar(JsonNode value) {
        return !value.isContainer();
    }

    private static boolean same(JsonNode left, JsonNode right, Semantics semantics) {
        if (left.isNumber() && right.isNumber()) {
            return compare(left, right) == 0;
        }
        if (left.isString() && right.isString()) {
            return folded(left, semantics).equals(folded(right, semantics));
        }
        return left.equals(right);
    }

    private static boolean ordered(JsonNode left, JsonNode right, Semantics semantics, IntPredicate wanted) {
        if (left.isNumber() && right.isNumber()) {
            return wanted.test(compare(left, right));
        }
        return left.isString() && right.isString()
                && wanted.test(folded(left, semantics).compareTo(folded(right, semantics)));
    }

    /** Numbers beyond what a double holds arrive as infinite, and those have no decimal value. */
    private static int compare(JsonNode left, JsonNode right) {
        if (Double.isInfinite(left.asDouble(0)) || Double.isInfinite(right.asDouble(0))) {
            return Double.compare(left.asDouble(0), right.asDouble(0));
        }
        return left.decimalValue().compareTo(right.decimalValue());
    }

    private static boolean contains(JsonNode left, JsonNode right, Semantics semantics) {
        return left.isString() && right.isString() && folded(left, semantics).contains(folded(right, semantics));
    }

    private static boolean isIn(JsonNode value, JsonNode list, Semantics semantics) {
        return list.isArray() && isScalar(value)
                && list.values().stream().anyMatch(element -> isScalar(element) && same(value, element, semantics));
    }

    private static boolean notIn(JsonNode value, JsonNode list, Semantics semantics) {
        if (list.isNull()) {
            return semantics.notInMissing();
        }
        return list.isArray() && isScalar(value) && !isIn(value, list, semantics);
    }

    private static String folded(JsonNode text, Semantics semantics) {
        return semantics.caseSensitive() ? text.stringValue() : text.stringValue().toLowerCase(Locale.ROOT);
    }
}
