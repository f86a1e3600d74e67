package dev.transferdesk.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Everything at Twilio as it was at one moment. */
record Picture(Map<String, JsonNode> conversations, Map<String, JsonNode> interactions,
        Map<String, List<JsonNode>> tasks, Map<String, List<JsonNode>> reservations) {

    private static final List<String> LIVE = List.of("pending", "reserved", "assigned");

    static Picture of(JsonNode state) {
        return new Picture(bySid(state, "conversations"), bySid(state, "interactions"),
                grouped(state, "tasks", it -> it.get("attributes").path("conversationSid").asString("")),
                grouped(state, "reservations", it -> it.get("task_sid").asString()));
    }

    boolean isOpen(Case one) {
        return conversations.get(one.conversation()).get("state").asString().equals("active");
    }

    JsonNode attributes(Case one) {
        return conversations.get(one.conversation()).get("attributes");
    }

    /** SIDs of the workers who are in it. */
    List<String> agents(Case one) {
        return interactions.get(one.interaction())
                .get("participants")
                .valueStream()
                .filter(it -> it.get("type").asString().equals("agent"))
                .map(it -> it.path("routing_properties").path("worker_sid").asString(""))
                .toList();
    }

    /** Those that were made by transfers, in order. */
    List<JsonNode> transferTasks(Case one) {
        return tasks.getOrDefault(one.conversation(), List.of())
                .stream()
                .filter(it -> it.get("attributes").has("transferId"))
                .toList();
    }

    Optional<JsonNode> waiting(Case one) {
        return transferTasks(one).stream().filter(it -> isIn(it, "pending", "reserved")).findFirst();
    }

    /** The offer that waits for an answer. */
    Optional<String> offer(JsonNode task) {
        return reservations.getOrDefault(task.get("sid").asString(), List.of())
                .stream()
                .filter(it -> it.get("reservation_status").asString().equals("pending"))
                .map(it -> it.get("sid").asString())
                .findFirst();
    }

    /** What may never be, at no moment. */
    Stream<String> doubled(Case one) {

        var tasks = transferTasks(one);
        var attempts = tasks.stream().collect(Collectors.groupingBy(Picture::attempt, Collectors.counting()));
        var live = tasks.stream()
                .filter(it -> LIVE.contains(status(it)))
                .collect(Collectors.groupingBy(it -> it.get("attributes").get("transferId"), Collectors.counting()));

        return Stream.concat(attempts.entrySet()
                .stream()
                .filter(it -> it.getValue() > 1)
                .map(it -> "two tasks of one "
                        + "attempt"),
                live.values().stream().filter(it -> it > 1).map(_ -> "two live tasks of one transfer"));
    }

    static String status(JsonNode task) {
        return task.get("assignment_status").asString();
    }

    static boolean isIn(JsonNode task, String... statuses) {
        return List.of(statuses).contains(status(task));
    }

    private static String attempt(JsonNode task) {
        return task.get("attributes").get("transferId").asString() + "/"
                + task.get("attributes").path("transferAttempt").asString("1");
    }

    private static Map<String, JsonNode> bySid(JsonNode state, String kind) {
        return state.get(kind)
                .valueStream()
                .collect(Collectors.toMap(it -> it.get("sid").asString(), Function.identity()));
    }

    private static Map<String, List<JsonNode>> grouped(JsonNode state, String kind, Function<JsonNode, String> key) {
        return state.get(kind).valueStream().collect(Collectors.groupingBy(key));
    }
}
