package dev.transferdesk.twilio;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway of a desk, by the real client library over HTTP, with the sandbox at the other end. */
public final class SandboxedGateway implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final SandboxControl sandbox;

    public SandboxedGateway() {

        var application = new SpringApplication(TwilioConfigurationTests.Gateway.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        context = application.run("--sandbox.port=0", "--twilio.back-off.first-pause=1ms");
        sandbox = new SandboxControl(context.getEnvironment().getRequiredProperty("twilio.base-url"));
    }

    /** @param invited a task that nobody has taken yet */
    public record Waiting(ConversationSid conversation, TaskSid invited) {}

    public Conversations conversations() {
        return context.getBean(Conversations.class);
    }

    public Tasks tasks() {
        return context.getBean(Tasks.class);
    }

    /** A customer is in conversation with Alice, and somebody has invited Billing. */
    public Waiting begin() {

        var alice = context.getBean(Workers.class).all().stream().filter(it -> isNamed("Alice", it)).findFirst();
        var begun = sandbox.begin(alice.orElseThrow().sid(), "Hello");
        var attributes = tasks().find(begun.task()).orElseThrow().attributes();
        attributes.put("transferTargetType", "queue").put("transferQueueName", "Billing");
        var invitation = new Invitation(context.getBean(Workflows.class).all().getFirst().sid(), "chat", attributes);

        return new Waiting(begun.conversation(),
                context.getBean(Interactions.class).invite(begun.channel(), invitation).task());
    }

    private static boolean isNamed(String name, Worker worker) {
        return worker.attributes().toString().contains(name);
    }

    /** To look for later calls than those so far. */
    public long now() {
        return sandbox.now();
    }

    /** How the conversation itself was read and written since then, in order. */
    public List<String> methodsSince(long since, ConversationSid conversation) {
        return Stream.of("GET", "POST")
                .flatMap(method -> sandbox.requests(since, method, "/Conversations/" + conversation).stream())
                .sorted(Comparator.comparingLong(it -> it.get("seq").asLong()))
                .map(it -> it.get("method").asString())
                .toList();
    }

    /** @param kind of fault, in the sandbox's words, that the next write of the conversation meets */
    public void faultNextWrite(ConversationSid conversation, String kind) {
        sandbox.fault("POST", "/v1/Conversations/" + conversation, kind, 1);
    }

    @Override
    public void close() {
        context.close();
    }
}
