package dev.transferdesk.sandbox;

import java.util.Map;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plays the customers. */
@RestController
@RequestMapping("/sandbox/conversations")
class CustomerController {

    private final World world;
    private final State state;
    private final Customers customers;
    private final Conversations conversations;

    CustomerController(World world, State state, Customers customers, Conversations conversations) {
        this.world = world;
        this.state = state;
        this.customers = customers;
        this.conversations = conversations;
    }

    @PostMapping
    Map<String, String> arrive(Form form) {
        var medium = Medium.named(Controls.required(form, "channel"));
        var name = Controls.required(form, "customer");
        var body = Controls.required(form, "body");

        return world.change(() -> {
            var worker = form.filled("worker").map(sid -> Controls.known(state.workers, sid));
            var conversation = customers.arrive(medium, name, medium.addressOf(name));
            write(conversation, body);
            var task = customers.ask(medium, conversation, Json.object());
            worker.ifPresent(one -> customers.assign(task, one));
            var interaction = task.invite().orElseThrow().interaction;
            return Map.of("conversation", conversation.sid, "interaction", interaction.sid, "channel",
                    interaction.channelSid, "task", task.sid);
        });
    }

    @PostMapping("/{conversation}/messages")
    Map<String, String> write(@PathVariable("conversation") String sid, Form form) {
        var body = Controls.required(form, "body");

        return world.change(() -> {
            var conversation = Controls.known(state.conversations, sid);
            if (conversation.closed()) {
                throw new BadInput("The conversation is closed");
            }
            return Map.of("message", write(conversation, body).sid);
        });
    }

    /** The customer is whoever was there first. */
    private Message write(Conversation conversation, String body) {
        var customer = conversation.participants.findFirst(one -> !Conversations.AGENT_ROLE.equals(one.role()))
                .orElseThrow(() -> new BadInput("There is no customer in the conversation"));

        return conversations.write(Origin.SDK, conversation, customer.author(), body);
    }
}
