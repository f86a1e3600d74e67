package dev.transferdesk.sandbox;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/** Customers who write in, and what Flex makes of that: a conversation, an interaction and a task. */
@Component
class Customers {

    private final State state;
    private final Conversations conversations;
    private final Interactions interactions;
    private final Offers offers;

    Customers(State state, Conversations conversations, Interactions interactions, Offers offers) {
        this.state = state;
        this.conversations = conversations;
        this.interactions = interactions;
        this.offers = offers;
    }

    Conversation arrive(Medium medium, String customer, String address) {
        var conversation = conversations.create(Origin.QUIET, one -> one.name(customer));
        if (medium == Medium.WEB) {
            conversations.join(Origin.QUIET, conversation, address, Conversations.GUEST_ROLE);
        } else {
            conversations.bind(Origin.QUIET, conversation, medium.binding(address));
        }

        return conversation;
    }

    /** @param extra attributes of the task beyond those that every such task has */
    Task ask(Medium medium, Conversation conversation, ObjectNode extra) {
        var interaction = interactions.create(medium.type, conversation);
        var attributes = Interactions.describe(extra, interaction, "customer");
        var customer = conversation.participants.all().getFirst();
        describe(attributes, medium, "" + conversation.friendlyName(), customer.author());
        link(attributes, medium, interaction);
        var routing = new RoutingRequest(state.workflows.get(Seeds.INBOUND_WORKFLOW),
                state.taskChannel(medium.taskChannel).orElseThrow(), attributes, 0, TaskDraft.DEFAULT_TIMEOUT, null,
                null);

        return interactions.invite(interaction, routing).task;
    }

    /** Gives the task to that worker whether or not the workflow would. */
    void assign(Task task, Worker worker) {
        offers.accept(offers.offer(task, worker));
    }

    private static void describe(ObjectNode attributes, Medium medium, String customer, String address) {
        attributes.put("customerName", customer);
        attributes.put("from", customer);
        attributes.put("customerAddress", address);
        var customers = attributes.withObject("/customers").put("name", customer);
        if (medium != Medium.WEB) {
            customers.put(medium.contactKey(), address);
        }
    }

    private static void link(ObjectNode attributes, Medium medium, Interaction interaction) {
        var linked = attributes.withObject("/conversations");
        linked.put("conversation_id", interaction.sid);
        linked.put("initiated_by", "customer");
        linked.put("communication_channel", medium.communicationChannel);
        linked.put("direction", "inbound");
        linked.putArray("media").addObject().put("type", "ChatTranscript").put("sid", interaction.conversation.sid);
    }
}
