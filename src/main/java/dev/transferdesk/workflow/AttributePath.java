package dev.transferdesk.workflow;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Where an attribute is: {@code a.b.list[0]}. */
public record AttributePath(List<Step> steps) {

    public sealed interface Step {

        record Key(String name) implements Step {}

        record Index(int index) implements Step {}
    }

    public AttributePath {
        steps = List.copyOf(steps);
    }

    public static AttributePath parse(String text) throws ExpressionSyntaxException {
        return parse(text, 0);
    }

    static AttributePath parse(String text, int offset) throws ExpressionSyntaxException {
        var steps = new ArrayList<Step>();
        var at = 0;
        for (var part : text.split("\\.", -1)) {
            addSteps(part, offset + at, steps);
            at += part.length() + 1;
        }
        return new AttributePath(steps);
    }

    private static void addSteps(String part, int offset, List<Step> steps) {
        var bracket = part.indexOf('[');
        var name = bracket < 0 ? part : part.substring(0, bracket);
        if (name.isEmpty() || !name.codePoints().allMatch(AttributePath::isNamePart)) {
            throw new ExpressionSyntaxException("'%s' is not an attribute's name".formatted(name), offset);
        }
        steps.add(new Step.Key(name));
        if (bracket >= 0) {
            addIndexes(part.substring(bracket), offset + bracket, steps);
        }
    }

    private static void addIndexes(String brackets, int offset, List<Step> steps) {
        if (!brackets.matches("(\\[\\d{1,9}]){1,20}")) {
            throw new ExpressionSyntaxException("'%s' is not an index".formatted(brackets), offset);
        }
        for (var digits : brackets.substring(1, brackets.length() - 1).split("]\\[")) {
            steps.add(new Step.Index(Integer.parseInt(digits)));
        }
    }

    static boolean isNamePart(int character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    /** Whether this is {@code name} followed by something. */
    boolean isWithin(String name) {
        return steps.size() > 1 && steps.getFirst() instanceof Step.Key(var first) && first.equals(name);
    }

    /** This without its first step. */
    AttributePath tail() {
        return new AttributePath(steps.subList(1, steps.size()));
    }

    /** @return null as JSON where there is nothing */
    public JsonNode resolve(JsonNode attributes) {
        var found = attributes;
        for (var step : steps) {
            found = switch (step) {
                case Step.Key(var name) -> found.path(name);
                case Step.Index(var index) -> found.path(index);
            };
        }
        return found.isMissingNode() ? NullNode.getInstance() : found;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var step : steps) {
            switch (step) {
                case Step.Key(var name) -> text.append(text.isEmpty() ? "" : ".").append(name);
                case Step.Index(var index) -> text.append('[').append(index).append(']');
            }
        }
        return text.toString();
    }
}
