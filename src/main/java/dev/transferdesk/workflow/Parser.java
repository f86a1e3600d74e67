package dev.transferdesk.workflow;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.transferdesk.workflow.Semantics.Precedence;
import dev.transferdesk.workflow.Token.Kind;

/** Puts the words of an expression together. */
final class Parser {

    private final List<Token> tokens;
    private final Precedence precedence;
    private int at;
    private int depth;

    Parser(List<Token> tokens, Precedence precedence) {
        this.tokens = tokens;
        this.precedence = precedence;
    }

    Condition parse() {
        var condition = condition();
        if (current().kind() != Kind.END) {
            throw expected("AND, OR or the end");
        }
        return condition;
    }

    private Condition condition() {
        return switch (precedence) {
            case AND_FIRST -> disjunction();
            case LEFT_TO_RIGHT -> chain();
        };
    }

    private Condition disjunction() {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(conjunction());
        } while (accept(Kind.OR));
        return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
    }

    private Condition conjunction() {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(primary());
        } while (accept(Kind.AND));
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private Condition chain() {
        var result = primary();
        while (current().kind() == Kind.AND || current().kind() == Kind.OR) {
            result = joined(result, current().kind());
        }
        return result;
    }

    private Condition joined(Condition first, Kind kind) {
        var parts = new ArrayList<>(List.of(first));
        while (accept(kind)) {
            parts.add(primary());
        }
        return kind == Kind.AND ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private Condition primary() {
        if (current().kind() != Kind.OPEN) {
            return comparison();
        }
        if (++depth > Expression.MAX_DEPTH) {
            throw new ExpressionSyntaxException("Too many parentheses within parentheses", current().position());
        }
        take();
        var inner = condition();
        if (!accept(Kind.CLOSE)) {
            throw expected("')'");
        }
        depth--;
        return inner;
    }

    private Condition comparison() {
        var start = current().position();
        var left = scalar();
        var operator = operator();
        var right = operator == Operator.IN || operator == Operator.NOT_IN ? listOrScalar() : scalar();
        return new Condition.Comparison(left, operator, right, start, tokens.get(at - 1).end());
    }

    private Operator operator() {
        var token = current();
        return switch (token.kind()) {
            case COMPARATOR -> comparator(take());
            case CONTAINS -> take(Operator.CONTAINS);
            case HAS -> take(Operator.HAS);
            case IN -> take(Operator.IN);
            case NOT -> notIn();
            default -> throw expected("an operator");
        };
    }

    private static Operator comparator(Token token) {
        return switch (token.text()) {
            case "==" -> Operator.EQUAL;
            case "!=" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.AT_MOST;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.AT_LEAST;
            default -> throw new ExpressionSyntaxException("%s is not an operator".formatted(token.described()),
                    token.position());
        };
    }

    private Operator notIn() {
        take();
        if (current().kind() != Kind.IN) {
            throw expected("IN after NOT");
        }
        return take(Operator.NOT_IN);
    }

    private Operand listOrScalar() {
        return current().kind() == Kind.OPEN_LIST ? list() : scalar();
    }

    private Operand scalar() {
        return switch (current().kind()) {
            case LITERAL -> new Operand.Literal(take().value());
            case PATH -> attribute(take());
            case OPEN_LIST -> throw new ExpressionSyntaxException("A list may stand only after IN or NOT IN", current()
                    .position());
            default -> throw expected("an attribute or a value");
        };
    }

    private static Operand attribute(Token token) {
        return new Operand.Attribute(AttributePath.parse(token.text(), token.position()));
    }

    private Operand list() {
        take();
        var elements = new ArrayNode(JsonNodeFactory.instance);
        if (!accept(Kind.CLOSE_LIST)) {
            do {
                elements.add(element());
            } while (accept(Kind.COMMA));
            if (!accept(Kind.CLOSE_LIST)) {
                throw expected("',' or ']'");
            }
        }
        return new Operand.Literal(elements);
    }

    private JsonNode element() {
        if (current().kind() != Kind.LITERAL) {
            throw expected("a value");
        }
        return take().value();
    }

    private Token current() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private Operator take(Operator operator) {
        at++;
        return operator;
    }

    private boolean accept(Kind kind) {
        if (current().kind() != kind) {
            return false;
        }
        at++;
        return true;
    }

    private ExpressionSyntaxException expected(String what) {
        return new ExpressionSyntaxException("Expected %s but found %s".formatted(what, current().described()),
                current()
                        .position());
    }
}
