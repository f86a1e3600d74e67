package dev.transferdesk.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** What a call carries, for reading: by name, with the JSON in it decoded. */
final class Parameters {

    private static final Set<String> JSON_VALUED = Set.of("Attributes", "Routing", "Channel", "MediaProperties",
            "RoutingProperties", "Configuration");

    /** Numbers keep the form in which they were sent. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Parameters() {}

    static Map<String, JsonNode> ofQuery(HttpServletRequest request) {
        return decoded(split(request.getQueryString()));
    }

    /** Empty for a body that cannot be read; whoever it is for will notice. */
    static Map<String, JsonNode> ofBody(HttpServletRequest request) {
        try {
            return request instanceof JsonRequest json ? members(json.body()) : ofForm(request);
        } catch (IllegalStateException _) {
            return Map.of();
        }
    }

    /** The servlet API mixes both kinds, those of the query first. */
    private static Map<String, JsonNode> ofForm(HttpServletRequest request) {
        var query = split(request.getQueryString());
        var form = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            var skipped = Math.min(query.getOrDefault(name, List.of()).size(), values.length);
            var own = List.of(values).subList(skipped, values.length);
            if (!own.isEmpty()) {
                form.put(name, own);
            }
        });
        return decoded(form);
    }

    private static Map<String, JsonNode> members(byte[] body) {
        var members = new LinkedHashMap<String, JsonNode>();
        json(new String(body, StandardCharsets.UTF_8)).properties()
                .forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static Map<String, List<String>> split(@Nullable String query) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            var parts = pair.split("=", 2);
            values.computeIfAbsent(unescaped(parts[0]), _ -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : unescaped(parts[1]));
        }
        return values;
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static Map<String, JsonNode> decoded(Map<String, List<String>> parameters) {
        var decoded = new LinkedHashMap<String, JsonNode>();
        parameters.forEach((name, values) -> decoded.put(name, decoded(name, values)));
        return decoded;
    }

    private static JsonNode decoded(String name, List<String> values) {
        if (values.size() == 1) {
            return decoded(name, values.getFirst());
        }
        var list = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> list.add(decoded(name, value)));
        return list;
    }

    private static JsonNode decoded(String name, String value) {
        return JSON_VALUED.contains(name) ? json(value) : StringNode.valueOf(value);
    }

    private static JsonNode json(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node.isMissingNode() ? StringNode.valueOf(text) : node;
        } catch (JacksonException _) {
            return StringNode.valueOf(text);
        }
    }
}
