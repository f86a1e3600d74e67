package dev.transferdesk.twilio;

import dev.transferdesk.twilio.TwilioProperties.BackOff;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desk's gateway to whatever answers at an address, and the names that its tests use. Its pauses take no time. */
final class GatewayFixture implements AutoCloseable {

    static final String ACCOUNT = "AC" + "0a".repeat(16);
    static final String TOKEN = "5ec4e7".repeat(5) + "42";

    static final Workspace WORKSPACE = new Workspace(new WorkspaceSid("WS" + "1".repeat(32)), Optional.empty());
    static final WorkflowSid CHAT_TRANSFER = new WorkflowSid("WW" + "1".repeat(32));
    static final QueueSid BILLING = new QueueSid("WQ" + "1".repeat(32));
    static final WorkerSid ALICE = new WorkerSid("WK" + "a".repeat(32));
    static final WorkerSid BOB = new WorkerSid("WK" + "b".repeat(32));
    static final TaskSid TASK = new TaskSid("WT" + "1".repeat(32));
    static final ReservationSid OFFER = new ReservationSid("WR" + "1".repeat(32));
    static final ConversationSid CONVERSATION = new ConversationSid("CH" + "1".repeat(32));
    static final ParticipantSid ALICE_THERE = new ParticipantSid("UT" + "a".repeat(32));
    static final InteractionChannel CHANNEL = new InteractionChannel(new InteractionSid("KD" + "1".repeat(32)),
            new ChannelSid("UO" + "1".repeat(32)));

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<Duration> pauses = new ArrayList<>();
    final OneShotHttpClient http;
    final Calls calls;
    final Interactions interactions;
    final Conversations conversations;
    final Tasks tasks;
    final Workers workers;
    final Queues queues;
    final Workflows workflows;

    GatewayFixture(TwilioProperties settings) {
        this(settings, settings.workspace());
    }

    private GatewayFixture(TwilioProperties settings, Workspace workspace) {
        http = new OneShotHttpClient(settings);
        calls = new Calls(TwilioConfiguration.client(settings, http),
                new dev.transferdesk.twilio.BackOff(settings.backOff(), pauses::add, () -> 0), meters);
        interactions = new RestInteractions(calls, workspace);
        conversations = new RestConversations(calls);
        tasks = new RestTasks(calls, workspace);
        workers = new RestWorkers(calls, workspace);
        queues = new RestQueues(calls, workspace);
        workflows = new RestWorkflows(calls, workspace);
    }

    static GatewayFixture at(URI url) {
        return new GatewayFixture(settings(url, Duration.ofMillis(300), 10));
    }

    static TwilioProperties settings(URI url, Duration patience, int poolSize) {
        return settings(url, patience, patience, poolSize);
    }

    static TwilioProperties settings(URI url, Duration patience, Duration poolTimeout, int poolSize) {
        return new TwilioProperties(ACCOUNT, TOKEN, "", "", WORKSPACE.sid().value(), "", url.toString(), "", "",
                patience,
                patience, poolTimeout, patience.multipliedBy(2), poolSize,
                new BackOff(Duration.ofMillis(200), Duration.ofSeconds(5), 4));
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
