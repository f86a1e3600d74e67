package dev.transferdesk.workflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a workflow's JSON, in the newer and the older spelling. */
final class ConfigurationReader {

    /** In bytes; documented. */
    private static final int MAX_SIZE = 1_038_576;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Semantics semantics;

    ConfigurationReader(Semantics semantics) {
        this.semantics = semantics;
    }

    WorkflowConfiguration read(String json) {
        var routing = new Section("task_routing", tree(json).path("task_routing")).requireObject();
        var filters = new ArrayList<WorkflowFilter>();
        for (var filter : routing.list("filters")) {
            filters.add(filter(filter));
        }
        return new WorkflowConfiguration(filters, defaultQueue(routing));
    }

    private static JsonNode tree(String json) {
        if (json.getBytes(StandardCharsets.UTF_8).length > MAX_SIZE) {
            throw new WorkflowSyntaxException("configuration", "larger than %d bytes".formatted(MAX_SIZE));
        }
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new WorkflowSyntaxException("configuration", "not JSON: " + e.getOriginalMessage());
        }
    }

    private static Optional<String> defaultQueue(Section routing) {
        var section = routing.section("default_filter");
        return section.isAbsent() ? Optional.empty() : section.requireObject().text("queue");
    }

    private WorkflowFilter filter(Section filter) {
        filter.requireObject();
        var name = filter.text("filter_friendly_name").or(() -> filter.text("friendly_name")).orElse("");
        var expression = filter.read("expression", this::expression)
                .orElseThrow(() -> filter.section("expression").error("missing"));
        return new WorkflowFilter(name, expression, targets(filter));
    }

    private List<WorkflowTarget> targets(Section filter) {
        var targets = new ArrayList<WorkflowTarget>();
        Optional<String> inherited = Optional.empty();
        for (var section : filter.list("targets")) {
            var own = section.requireObject().text("queue");
            inherited = own.isPresent() ? own : inherited;
            targets.add(target(section, inherited));
        }
        if (targets.isEmpty()) {
            throw filter.section("targets").error("needs at least one target");
        }
        return targets;
    }

    private WorkflowTarget target(Section target, Optional<String> queue) {
        var expression = target.read("expression", this::expression);
        var orderBy = target.read("order_by", OrderBy::parse).orElse(List.of());
        var skipIf = target.read("skip_if", this::expression);
        var sid = target.read("known_worker_sid", ConfigurationReader::taskAttribute);
        var friendlyName = target.read("known_worker_friendly_name", ConfigurationReader::taskAttribute);
        return new WorkflowTarget(queue, expression, target.integer("priority"), target.seconds("timeout"), orderBy,
                skipIf, sid, friendlyName);
    }

    private Expression expression(String text) {
        return Expression.parse(text, semantics);
    }

    private static String taskAttribute(String reference) {
        var path = AttributePath.parse(reference);
        return (path.isWithin("task") ? path.tail() : path).toString();
    }
}
