package dev.transferdesk.soak;

import dev.transferdesk.contract.Case;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the sandbox holds at one moment. */
record Scene(JsonNode state) {

    private static final Set<String> WAITING = Set.of("pending", "reserved");

    /** An offer that somebody may answer. */
    record Offer(String task, String worker) {}

    List<Offer> offers(Case one) {

        var waiting = invited(one).filter(it -> WAITING.contains(status(it))).map(Scene::sid).toList();

        return all("reservations").filter(it -> it.get("reservation_status").asString().equals("pending"))
                .filter(it -> waiting.contains(it.get("task_sid").asString()))
                .map(it -> new Offer(it.get("task_sid").asString(), it.get("worker_sid").asString()))
                .toList();
    }

    /** The tasks made for it after its first one. */
    Stream<JsonNode> invited(Case one) {
        return all("tasks").filter(it -> it.get("attributes")
                .path("conversationSid")
                .asString("")
                .equals(one.conversation()))
                .filter(it -> !sid(it).equals(one.task()));
    }

    /** Those of them that somebody may still take. */
    List<String> waiting(Case one) {
        return invited(one).filter(it -> WAITING.contains(status(it))).map(Scene::sid).toList();
    }

    /** Whoever has taken one of them, whether or not they are done with it. */
    List<String> takers(Case one) {

        var tasks = invited(one).map(Scene::sid).toList();

        return all("reservations").filter(
                it -> Set.of("accepted", "wrapping", "completed").contains(it.get("reservation_status").asString()))
                .filter(it -> tasks.contains(it.get("task_sid").asString()))
                .map(it -> it.get("worker_sid").asString())
                .toList();
    }

    List<String> agentsIn(Case one) {
        return all("interactions").filter(it -> sid(it).equals(one.interaction()))
                .flatMap(it -> it.get("participants").valueStream())
                .filter(it -> it.get("type").asString().equals("agent"))
                .map(it -> it.get("routing_properties").get("worker_sid").asString())
                .toList();
    }

    JsonNode conversation(Case one) {
        return all("conversations").filter(it -> sid(it).equals(one.conversation())).findFirst().orElseThrow();
    }

    boolean isOpen(Case one) {
        return !conversation(one).get("state").asString().equals("closed");
    }

    /** The customer writes to nobody, and nobody is on the way. */
    boolean isAlone(Case one) {
        return isOpen(one) && agentsIn(one).isEmpty() && waiting(one).isEmpty();
    }

    /** The tasks that the invite entries in the conversation's attributes name. */
    List<String> entries(Case one) {
        return conversation(one).get("attributes")
                .path("invites")
                .propertyStream()
                .map(it -> it.getKey())
                .toList();
    }

    private Stream<JsonNode> all(String kind) {
        return state.get(kind).valueStream();
    }

    private static String sid(JsonNode it) {
        return it.get("sid").asString();
    }

    private static String status(JsonNode task) {
        return task.get("assignment_status").asString();
    }
}
