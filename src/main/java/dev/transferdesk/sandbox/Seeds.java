package dev.transferdesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import dev.transferdesk.workflow.Expression;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the sandbox begins with. Whatever a desk keeps in its database or its settings has the same SID at every
 * start; conversations and tasks never do.
 */
@Component
class Seeds implements SmartInitializingSingleton {

    static final String CHAT_TRANSFER_WORKFLOW = Sid.fixed("WW", "chat-transfer");
    static final String INBOUND_WORKFLOW = Sid.fixed("WW", "inbound");
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> CHANNELS = List.of("default", "voice", "chat", "sms", "video", "email");

    private final State state;
    private final SandboxClock clock;
    private final Agenda agenda;
    private final Workers workers;
    private final Workflows workflows;
    private final SeedConversations conversations;
    private final Crowd crowd;

    Seeds(State state, SandboxClock clock, Agenda agenda, Workers workers, Workflows workflows,
            SeedConversations conversations, Crowd crowd) {
        this.state = state;
        this.clock = clock;
        this.agenda = agenda;
        this.workers = workers;
        this.workflows = workflows;
        this.conversations = conversations;
        this.crowd = crowd;
    }

    @Override
    public void afterSingletonsInstantiated() {
        plant();
    }

    /** Nobody is told: nothing of it happens now. */
    void plant() {
        state.furnishing = true;
        state.clear();
        agenda.clear();
        clock.backToReal();
        var now = clock.instant();

        clock.moveTo(now.minus(Duration.ofDays(30)));
        plantWorkspace();
        var staff = read("workers.json");
        staff.forEach(this::hire);
        crowd.hire();
        read("conversations.json").forEach(seed -> conversations.plant(seed, now));

        clock.backToReal();
        staff.forEach(seed -> worker(seed).busyUntil(now.minus(Duration.ofMinutes(seed.path("idle").asInt(1)))));
        state.furnishing = false;
    }

    private void plantWorkspace() {
        activity("Offline", false);
        activity("Available", true);
        activity("Unavailable", false);
        activity("Break", false);
        CHANNELS.forEach(name -> state.taskChannels.add(new TaskChannel(Sid.fixed("TC", name), clock.instant(), name,
                name.substring(0, 1).toUpperCase() + name.substring(1))));
        queue("Everyone", "1==1");
        for (var name : List.of("Billing", "Sales", "Support", "Returns")) {
            queue(name, "routing.skills HAS '" + name.toLowerCase() + "'");
        }
        crowd.plantQueues();
        var transfers = (ObjectNode) read("chat-transfer.json");
        crowd.addFilters(transfers);
        workflows.add(CHAT_TRANSFER_WORKFLOW, "Chat Transfer", text(transfers));
        workflows.add(INBOUND_WORKFLOW, "Assign to Anyone", text(read("inbound.json")));
    }

    private void activity(String name, boolean available) {
        state.activities.add(new Activity(Sid.fixed("WA", name), clock.instant(), name, available));
    }

    private void queue(String name, String targetWorkers) {
        state.queues.add(new TaskQueue(Sid.fixed("WQ", name), clock.instant(), name,
                Expression.parse(targetWorkers)));
    }

    private void hire(JsonNode seed) {
        var email = seed.path("email").asString("");
        var attributes = Json.object();
        attributes.put("full_name", seed.path("name").asString(""));
        attributes.put("email", email);
        attributes.put("contact_uri", "client:" + escaped(email));
        attributes.put("department", seed.path("department").asString(""));
        attributes.putObject("routing").set("skills", seed.path("skills"));
        attributes.set("languages", seed.path("languages"));
        var worker = workers.add(sid(seed), email, attributes,
                state.activity(seed.path("activity").asString(Presence.AVAILABLE)));
        seed.path("capacity")
                .properties()
                .forEach(entry -> worker.channels()
                        .stream()
                        .filter(channel -> channel.channel.isCalled(entry.getKey()))
                        .forEach(channel -> channel.resize(entry.getValue().asInt())));
    }

    private Worker worker(JsonNode seed) {
        return state.workers.get(sid(seed));
    }

    private static String sid(JsonNode seed) {
        return Sid.fixed("WK", seed.path("username").asString(seed.path("email").asString("")));
    }

    /** Flex keeps letters, digits and underscores of an identity and writes the rest as hexadecimal. */
    static String escaped(String identity) {
        var escaped = new StringBuilder();
        identity.chars()
                .forEach(c -> escaped.append(Character.isLetterOrDigit(c) || c == '_' ? "" + (char) c
                        : "_%02X".formatted(c)));

        return escaped.toString();
    }

    /** Queues are named in the file, not their SIDs. */
    private String text(JsonNode configuration) {
        var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(configuration);
        for (var queue : state.queues.stream().sorted(Comparator.comparing(TaskQueue::friendlyName)).toList()) {
            text = text.replace("${" + queue.friendlyName() + "}", queue.sid);
        }

        return text;
    }

    private static JsonNode read(String file) {
        try (var in = new ClassPathResource("sandbox/" + file).getInputStream()) {
            return MAPPER.readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
