package dev.transferdesk.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;

/** A part of a workflow's JSON that knows where it is, so that its errors can say so. */
record Section(String location, JsonNode node) {

    Section section(String name) {
        return new Section(location + "." + name, node.path(name));
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    Section requireObject() {
        if (!node.isObject()) {
            throw error(isAbsent() ? "missing" : "not an object");
        }
        return this;
    }

    List<Section> list(String name) {
        var list = section(name);
        if (list.isAbsent()) {
            return List.of();
        }
        if (!list.node.isArray()) {
            throw list.error("not an array");
        }
        var elements = new ArrayList<Section>();
        for (var element : list.node) {
            elements.add(new Section("%s[%d]".formatted(list.location, elements.size()), element));
        }
        return elements;
    }

    /** Nothing, null and the empty string are the same. */
    Optional<String> text(String name) {
        var value = section(name);
        if (value.isAbsent()) {
            return Optional.empty();
        }
        if (!value.node.isString() && !value.node.isNumber()) {
            throw value.error("not a string");
        }
        return Optional.of(value.node.asString().strip()).filter(text -> !text.isEmpty());
    }

    <T> Optional<T> read(String name, Function<String, T> reader) {
        try {
            return text(name).map(reader);
        } catch (ExpressionSyntaxException e) {
            throw new WorkflowSyntaxException(section(name).location, e);
        }
    }

    /** A number, or a number as a string. */
    OptionalInt integer(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches("\\d{1,9}|1\\d{9}|20\\d{8}")) {
            throw section(name).error("not a whole number that is not negative: " + text.get());
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    Optional<Duration> seconds(String name) {
        var seconds = integer(name);
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsInt())) : Optional.empty();
    }

    WorkflowSyntaxException error(String message) {
        return new WorkflowSyntaxException(location, message);
    }
}
