package dev.transferdesk.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Twilio's published description of its API, as far as calls and answers can be checked against it. */
final class OpenApi {

    private final List<Operation> operations = new ArrayList<>();

    private OpenApi() {}

    static OpenApi in(Path folder) {
        var api = new OpenApi();
        for (var product : List.of("conversations", "flex", "taskrouter")) {
            api.add(JsonMapper.shared().readTree(folder.resolve("twilio_" + product + "_v1.json")));
        }
        var events = folder.resolve("twilio_events_v1.json");
        if (Files.exists(events)) {
            api.add(JsonMapper.shared().readTree(events));
        }
        return api;
    }

    /** Event Streams' file need not be there where the others are. */
    boolean isAtHand(String path) {
        return !path.matches("/v1/(Sinks|Subscriptions).*")
                || operations.stream().anyMatch(operation -> operation.fits("/v1/Sinks"));
    }

    /** Of several that fit, the one with the fewest variables in its path. */
    Operation operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method.equals(method) && operation.fits(path))
                .min(Comparator.comparingInt(Operation::variables))
                .orElseThrow(() -> new AssertionError("Twilio has no " + method + " " + path));
    }

    private void add(JsonNode document) {
        document.path("paths").properties().forEach(path -> Stream.of("get", "post", "delete").forEach(method -> {
            var node = path.getValue().path(method);
            if (node.isObject()) {
                operations.add(new Operation(document, method.toUpperCase(Locale.ROOT), path.getKey(), node));
            }
        }));
    }

    record Operation(JsonNode document, String method, String template, JsonNode node) {

        List<String> violations(Set<String> parameters, int status, String body) {
            var violations = new ArrayList<String>();
            parameters.stream()
                    .filter(name -> !knows(name))
                    .forEach(name -> violations.add("has no parameter " + name));
            var answer = node.path("responses").path(Integer.toString(status));
            if (answer.isMissingNode()) {
                violations.add("does not answer " + status + ": " + body);
            } else if (!answer.path("content").isEmpty()) {
                violations.addAll(new SchemaCheck(document).violations(JsonMapper.shared().readTree(body), schema(
                        answer)));
            } else if (!body.isEmpty()) {
                violations.add("answers nothing, not " + body);
            }
            return violations;
        }

        private static JsonNode schema(JsonNode holder) {
            return holder.path("content").iterator().next().path("schema");
        }

        private boolean knows(String name) {
            return names().contains(name);
        }

        private Set<String> names() {
            var names = new HashSet<String>();
            node.path("parameters").forEach(parameter -> names.add(parameter.path("name").stringValue()));
            if (!node.path("requestBody").path("content").isEmpty()) {
                names.addAll(schema(node.path("requestBody")).path("properties").propertyNames());
            }
            return names;
        }

        private boolean fits(String path) {
            return path.matches(template.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"));
        }

        private int variables() {
            return template.split("\\{").length;
        }
    }
}
