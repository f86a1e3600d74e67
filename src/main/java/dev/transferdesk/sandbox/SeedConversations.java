package dev.transferdesk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Conversations that are under way when the sandbox starts. */
@Component
class SeedConversations {

    private final State state;
    private final SandboxClock clock;
    private final Customers customers;
    private final Conversations conversations;
    private final Interactions interactions;

    SeedConversations(State state, SandboxClock clock, Customers customers, Conversations conversations,
            Interactions interactions) {
        this.state = state;
        this.clock = clock;
        this.customers = customers;
        this.conversations = conversations;
        this.interactions = interactions;
    }

    void plant(JsonNode seed, Instant now) {
        clock.moveTo(now.minus(Duration.ofMinutes(seed.path("minutesAgo").asInt())));
        var medium = Medium.named(seed.path("channel").asString(""));
        var conversation = customers.arrive(medium, seed.path("customer").asString(""),
                seed.path("address").asString(""));
        seed.path("others")
                .forEach(other -> conversations.bind(Origin.QUIET, conversation,
                        medium.binding(other.path("address").asString(""))
                                .put("name", other.path("name").asString(""))
                                .put("level", other.path("level").asString(""))));
        var agents = seed.path("agents").valueStream().map(name -> worker(name.asString())).toList();
        var task = customers.ask(medium, conversation, (ObjectNode) seed.path("attributes"));
        customers.assign(task, agents.getFirst());
        agents.stream().skip(1).forEach(agent -> join(task, agents, agent));
        talk(conversation, seed.path("messages"), Duration.ofSeconds(seed.path("secondsBetween").asInt(35)));
    }

    /** By an invite through the transfer workflow, as the desk would do it. */
    private void join(Task task, List<Worker> agents, Worker agent) {
        var attributes = task.attributes().deepCopy();
        attributes.put("transferTargetType", "worker");
        attributes.put("transferTargetSid", agent.sid);
        attributes.put("transferQueueName", "");
        attributes.putArray("workerSidsInConversation").add(agents.getFirst().sid);
        var routing = new RoutingRequest(state.workflows.get(Seeds.CHAT_TRANSFER_WORKFLOW), task.channel(), attributes,
                0, TaskDraft.DEFAULT_TIMEOUT, null, null);
        var interaction = task.invite().orElseThrow().interaction;
        customers.assign(interactions.invite(interaction, routing).task, agent);
    }

    /** A message is a text after the name of its author, an agent's user name or the word for the customer. */
    private void talk(Conversation conversation, JsonNode messages, Duration pause) {
        var customer = conversation.participants.all().getFirst().author();
        messages.forEach(message -> {
            var author = message.path(0).asString("");
            conversations.write(Origin.QUIET, conversation,
                    author.equals("customer") ? customer : worker(author).identity(), message.path(1).asString(""));
            clock.moveTo(clock.instant().plus(pause));
        });
    }

    private Worker worker(String username) {
        return state.workers.get(Sid.fixed("WK", username));
    }
}
