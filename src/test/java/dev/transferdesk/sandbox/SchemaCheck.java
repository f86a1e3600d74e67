package dev.transferdesk.sandbox;

import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Compares JSON with a schema of an OpenAPI document, as far as Twilio's use them. Twilio marks no property as required
 * but always sends every one, so one that is missing is as wrong as one that is not described.
 */
final class SchemaCheck {

    private final JsonNode document;
    private final List<String> violations = new ArrayList<>();

    SchemaCheck(JsonNode document) {
        this.document = document;
    }

    List<String> violations(JsonNode value, JsonNode schema) {
        check(value, resolved(schema), "");
        return violations;
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private void check(JsonNode value, JsonNode schema, String at) {
        if (value.isNull()) {
            expect(schema.path("nullable").asBoolean(false) || !schema.has("type"), at, "must not be null");
            return;
        }
        switch (schema.path("type").asString("")) {
            case "object" -> object(value, schema, at);
            case "array" -> array(value, schema, at);
            case "string" -> string(value, schema, at);
            case "integer" -> expect(value.isIntegralNumber(), at, "is no integer: " + value);
            case "number" -> expect(value.isNumber(), at, "is no number: " + value);
            case "boolean" -> expect(value.isBoolean(), at, "is no boolean: " + value);
            default -> expect(!schema.has("type"), at, "has a type unknown to this check");
        }
    }

    private void object(JsonNode value, JsonNode schema, String at) {
        if (!value.isObject()) {
            violations.add(at + " is no object: " + value);
        } else if (schema.path("format").asString("").equals("uri-map")) {
            value.properties().forEach(link -> uri(link.getValue(), at + "/" + link.getKey()));
        } else if (schema.has("properties")) {
            properties(value, schema.path("properties"), at);
        }
    }

    private void properties(JsonNode value, JsonNode described, String at) {
        for (var property : described.properties()) {
            var name = at + "/" + property.getKey();
            if (value.has(property.getKey())) {
                check(value.get(property.getKey()), resolved(property.getValue()), name);
            } else {
                violations.add(name + " is missing");
            }
        }
        value.propertyNames().forEach(name -> expect(described.has(name), at + "/" + name, "is not described"));
    }

    private void array(JsonNode value, JsonNode schema, String at) {
        expect(value.isArray(), at, "is no array: " + value);
        var index = 0;
        for (var element : value) {
            check(element, resolved(schema.path("items")), at + "/" + index++);
        }
    }

    private void string(JsonNode value, JsonNode schema, String at) {
        if (!value.isString()) {
            violations.add(at + " is no string: " + value);
            return;
        }
        var text = value.stringValue();
        expect(text.matches(schema.path("pattern").asString("(?s).*")), at, "has not the right form: " + text);
        expect(text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE), at, "is too long: " + text);
        expect(text.length() >= schema.path("minLength").asInt(0), at, "is too short: " + text);
        if (schema.has("enum")) {
            expect(schema.path("enum").valueStream().anyMatch(value::equals), at, "is no such value: " + text);
        }
        switch (schema.path("format").asString("")) {
            case "date-time" -> dateTime(text, at);
            case "uri" -> uri(value, at);
            default -> {
            }
        }
    }

    private void dateTime(String text, String at) {
        try {
            OffsetDateTime.parse(text);
            expect(text.endsWith("Z"), at, "is not in UTC: " + text);
        } catch (DateTimeException _) {
            violations.add(at + " is no date and time: " + text);
        }
    }

    private void uri(JsonNode value, String at) {
        try {
            expect(value instanceof StringNode && URI.create(value.stringValue()).isAbsolute(), at,
                    "is no URI: " + value);
        } catch (IllegalArgumentException _) {
            violations.add(at + " is no URI: " + value);
        }
    }

    private void expect(boolean holds, String at, String complaint) {
        if (!holds) {
            violations.add(at + " " + complaint);
        }
    }
}
