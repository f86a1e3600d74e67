package dev.transferdesk.routing;

import static dev.transferdesk.twilio.FakeTwilio.sid;

import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import dev.transferdesk.twilio.Workflow;
import dev.transferdesk.twilio.WorkflowSid;
import dev.transferdesk.twilio.Workspace;
import dev.transferdesk.twilio.WorkspaceSid;
import java.util.Optional;
import java.time.Clock;

/** Targets, and a workflow that knows Billing by name, agents by their SID, and has forgotten Sales. */
public final class RoutingFixture {

    public static final WorkerSid ALICE = new WorkerSid(sid("WK", 0xa));
    public static final WorkerSid BOB = new WorkerSid(sid("WK", 0xb));
    public static final TransferTarget TO_BOB = new ToWorker(BOB, "Bob Brandt");
    public static final TransferTarget TO_BILLING = new ToQueue(new QueueSid(sid("WQ", 1)), "Billing");
    public static final TransferTarget TO_SALES = new ToQueue(new QueueSid(sid("WQ", 2)), "Sales");

    static final QueueSid EVERYONE = new QueueSid(sid("WQ", 9));
    static final TaskSid TASK = new TaskSid(sid("WT", 1));

    private static final String TO_AGENTS = """
            {'filter_friendly_name': 'Agents', 'expression': "transferTargetType == 'worker'",
             'targets': [{'queue': '%s', 'known_worker_sid': 'task.transferTargetSid'}]}
            """.formatted(EVERYONE);

    private RoutingFixture() {}

    public static Workflow chatTransfer() {
        return aWorkflow("Chat Transfer", TO_AGENTS + "," + aFilterFor(TO_BILLING), "");
    }

    static Workflow withDefault(TransferTarget queue) {
        return aWorkflow("Chat Transfer", TO_AGENTS, queue.sid());
    }

    static Workflow withoutAgents() {
        return aWorkflow("Chat Transfer", aFilterFor(TO_BILLING), "");
    }

    static Workflow named(String name, int number) {
        return new Workflow(new WorkflowSid(sid("WW", number)), name, chatTransfer().configuration());
    }

    public static TransferWorkflow findsAmong(FakeTwilio twilio, String configured, Clock clock) {
        return new TransferWorkflow(twilio.workflows(), new Workspace(new WorkspaceSid(sid("WS", 1)),
                configured.isBlank() ? Optional.empty() : Optional.of(new WorkflowSid(configured))), clock);
    }

    private static String aFilterFor(TransferTarget queue) {
        return """
                {'filter_friendly_name': '%1$s', 'expression': "transferQueueName == '%1$s'",
                 'targets': [{'queue': '%2$s', 'expression': 'worker.sid NOT IN task.workerSidsInConversation'}]}
                """.formatted(queue.name(), queue.sid());
    }

    private static Workflow aWorkflow(String name, String filters, String defaultQueue) {

        var otherwise = defaultQueue.isEmpty() ? "" : ", 'default_filter': {'queue': '%s'}".formatted(defaultQueue);
        var configuration = "{'task_routing': {'filters': [%s]%s}}".formatted(filters, otherwise);

        return new Workflow(new WorkflowSid(sid("WW", 1)), name, quoted(configuration));
    }

    /** Expressions keep their single quotes: they stand between double ones. */
    private static String quoted(String configuration) {

        var json = new StringBuilder();
        var inExpression = false;

        for (var it : configuration.toCharArray()) {
            inExpression ^= it == '"';
            json.append(it == '\'' && !inExpression ? '"' : it);
        }

        return json.toString();
    }
}
