package dev.transferdesk.contract;

import static dev.transferdesk.contract.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What the desk changes at Twilio, to the last field. */
@ContractTest
class RecordedRequestsTests {

    /** Whatever a workspace may keep in a task, with what Flex itself puts there. */
    private static final String PECULIAR = """
            {"price": 1.10, "tiny": 1E-7, "big": 12345678901234567890, "precise": 0.1234567890123456789,
             "yes": true, "no": false, "nothing": null, "empty": "", "none": [], "void": {},
             "greeting": "Größe L – 大きい مرحبا \\ud83d\\ude00 \\"quoted\\" & a=b; \\\\ \\u0001",
             "nested": {"list": [1, [2.50, {"three": [true, null]}]], "1": "one"},
             "flexChannelInviteSid": "KG00000000000000000000000000000000",
             "transferTargetSid": "WK00000000000000000000000000000000", "transferQueueName": "Old",
             "conversations": {"conversation_id": "the-first", "conversation_label_1": "kept", "outcome": null}}""";

    @Autowired
    private Floor floor;

    @AfterEach
    void tidy() {
        floor.tidy();
    }

    @Test
    void transfersColdToAWorkerAndTakesTheSenderOutWhenTheyHaveAccepted() {

        var one = floor.begin();
        var original = describe(one, PECULIAR);
        var others = annotate(one, "{\"rating\": 4.50}");
        var self = floor.sandbox.participant(one, floor.alice);
        var since = floor.sandbox.now();

        send(one, "transfers", floor.bob);

        var changes = changes(one, since, 2);
        assertThat(changes).extracting(Call::line)
                .containsExactly("POST " + one.invites(), "POST " + one.conversationUrl());
        assertRouting(one, changes.getFirst(), original, "worker", floor.bob, "", floor.alice);
        assertEntry(changes.getLast(), others, one, floor.bob, "Bob Brandt", "Worker");

        floor.answers(one, "accepted");
        assertReleased(one, since, self, others);
    }

    @Test
    void transfersColdToAQueueAndTakesTheSenderOutWhenSomebodyHasAccepted() {

        var one = floor.begin();
        var original = describe(one, PECULIAR);
        var others = annotate(one, "{}");
        var self = floor.sandbox.participant(one, floor.alice);
        var since = floor.sandbox.now();

        send(one, "transfers", floor.billing);

        var changes = changes(one, since, 2);
        assertThat(changes).extracting(Call::line)
                .containsExactly("POST " + one.invites(), "POST " + one.conversationUrl());
        assertRouting(one, changes.getFirst(), original, "queue", floor.billing, "Billing", floor.alice);
        assertEntry(changes.getLast(), others, one, floor.billing, "Billing", "Queue");

        floor.answers(one, "accepted");
        assertReleased(one, since, self, others);
    }

    @Test
    void takesASenderOutAtOnceWhereThatIsThePolicy() {

        floor.release("immediately");
        var one = floor.begin();
        var original = describe(one, PECULIAR);
        var self = floor.sandbox.participant(one, floor.alice);
        var since = floor.sandbox.now();

        send(one, "transfers", floor.bob);

        var changes = changes(one, since, 3);
        assertThat(changes).extracting(Call::line)
                .containsExactly("POST " + one.invites(), "POST " + one.participant(self),
                        "POST " + one.conversationUrl());
        assertRouting(one, changes.getFirst(), original, "worker", floor.bob, "", floor.alice);
        assertThat(fields(changes.get(1))).isEqualTo(Map.of("Status", "closed"));
    }

    @Test
    void invitesAWorkerInTwoCallsAndClearsTheEntryWhenTheyJoin() {

        var one = floor.begin();
        var original = describe(one, PECULIAR);
        var others = annotate(one, "{\"rating\": 4.50, \"who\": \"大\", \"deep\": {\"a\": [1]}}");
        var since = floor.sandbox.now();

        send(one, "invites", floor.bob);
        var changes = changes(one, since, 2);

        assertThat(changes).extracting(Call::line)
                .containsExactly("POST " + one.invites(),
                        "POST " + one.conversationUrl());
        assertRouting(one, changes.getFirst(), original, "worker", floor.bob, "", floor.alice);
        assertEntry(changes.getLast(), others, one, floor.bob, "Bob Brandt", "Worker");

        floor.answers(one, "accepted");
        assertEntryRemoved(one, since, others);
    }

    @Test
    void invitesAQueueInTwoCallsAndClearsTheEntryWhenSomebodyJoins() {

        var one = floor.begin();
        var original = describe(one, PECULIAR);
        var others = annotate(one, "{\"invites\": {}, \"rating\": 1.10}");
        var since = floor.sandbox.now();

        send(one, "invites", floor.sales);
        var changes = changes(one, since, 2);

        assertThat(changes).extracting(Call::line)
                .containsExactly("POST " + one.invites(),
                        "POST " + one.conversationUrl());
        assertRouting(one, changes.getFirst(), original, "queue", floor.sales, "Sales", floor.alice);
        assertEntry(changes.getLast(), others, one, floor.sales, "Sales", "Queue");

        floor.answers(one, "accepted");
        assertEntryRemoved(one, since, others);
    }

    @Test
    void clearsTheEntryOfAnInviteThatItsAgentDeclines() {

        var one = floor.begin();
        var others = annotate(one, "{\"kept\": [1.10]}");
        invite(one);

        floor.answers(one, "rejected");

        assertNoEntry(one, others);
    }

    @Test
    void clearsTheEntryOfAnInviteThatASupervisorCancelsInFlex() {

        var one = floor.begin();
        var others = annotate(one, "{\"kept\": {\"a\": null}}");
        invite(one);

        floor.sandbox.cancel(floor.sandbox.invitedTask(one));
        floor.pass(Floor.ONE_LOOK);

        assertNoEntry(one, others);
    }

    @Test
    void cancelsAnInviteInTwoCalls() {

        var one = floor.begin();
        var others = annotate(one, "{\"kept\": 1.10}");
        invite(one);
        var task = floor.sandbox.invitedTask(one);
        var since = floor.sandbox.now();

        assertThat(floor.deskOf("alice").delete("/tasks/%s/invites/%s".formatted(one.task(), task)).status())
                .isEqualTo(200);
        var changes = changes(one, since, 2);

        assertThat(changes).extracting(Call::line)
                .containsExactly("POST " + floor.sandbox.taskUrl(task),
                        "POST " + one.conversationUrl());
        assertThat(fields(changes.getFirst())).containsEntry("AssignmentStatus", "canceled")
                .containsOnlyKeys("AssignmentStatus", "Reason");
        assertThat(changes.getLast().form().get("Attributes")).isEqualTo(with(others, "invites", "{}"));
    }

    @Test
    void leavesInOneCallWhileOthersStay() {

        var one = floor.begin();
        join(one, floor.bob);
        var self = floor.sandbox.participant(one, floor.alice);
        var since = floor.sandbox.now();

        assertThat(floor.deskOf("alice").post("/tasks/%s/departure".formatted(one.task())).status()).isEqualTo(200);

        var changes = floor.sandbox.changes(one, since);
        assertThat(changes).extracting(Call::line).containsExactly("POST " + one.participant(self));
        assertThat(fields(changes.getFirst())).isEqualTo(Map.of("Status", "closed"));
    }

    @Test
    void closesTheChannelWithoutRoutingWhenTheLastAgentLeaves() {

        var one = floor.begin();
        var self = floor.sandbox.participant(one, floor.alice);
        var since = floor.sandbox.now();

        assertThat(floor.deskOf("alice").post("/tasks/%s/departure".formatted(one.task())).status()).isEqualTo(200);

        var changes = floor.sandbox.changes(one, since);
        assertThat(changes).extracting(Call::line)
                .containsExactly("POST " + one.participant(self),
                        "POST " + one.channelUrl());
        assertThat(changes).extracting(RecordedRequestsTests::fields).containsOnly(Map.of("Status", "closed"));
    }

    @Test
    void removesAnotherAgentInOneCall() {

        var one = floor.begin();
        join(one, floor.bob);
        var bobThere = floor.sandbox.participant(one, floor.bob);
        var since = floor.sandbox.now();

        assertThat(floor.deskOf("alice")
                .delete("/tasks/%s/participants/%s".formatted(one.task(), bobThere))
                .status()).isEqualTo(200);

        var changes = floor.sandbox.changes(one, since);
        assertThat(changes).extracting(Call::line).containsExactly("POST " + one.participant(bobThere));
        assertThat(fields(changes.getFirst())).isEqualTo(Map.of("Status", "closed"));
    }

    private void send(Case one, String what, String target) {
        var answer = floor.deskOf("alice")
                .post("/tasks/%s/%s".formatted(one.task(), what), "target", target, "note", "", "request",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void invite(Case one) {
        send(one, "invites", floor.bob);
        until("the entry is written", () -> !floor.sandbox.entries(one).isEmpty());
    }

    /** Bob is in it as well, and his invite is settled. */
    private void join(Case one, String worker) {
        send(one, "invites", worker);
        floor.answers(one, "accepted");
        until("the invite is settled", () -> floor.record(one).getFirst().isSettled());
    }

    private ObjectNode describe(Case one, String more) {
        var attributes = (ObjectNode) floor.sandbox.task(one.task()).get("attributes");
        attributes.setAll((ObjectNode) Sandbox.JSON.readTree(more));
        floor.sandbox.describe(floor.sandbox.taskUrl(one.task()), attributes);

        return attributes;
    }

    private ObjectNode annotate(Case one, String attributes) {
        var all = (ObjectNode) Sandbox.JSON.readTree(attributes);
        floor.sandbox.describe(one.conversationUrl(), all);
        return all;
    }

    /** So many changes, in order, once they have been made; the desk makes some behind its answer. */
    private List<Call> changes(Case one, long since, int count) {
        until(count + " changes", () -> floor.sandbox.changes(one, since).size() >= count);
        return floor.sandbox.changes(one, since);
    }

    private void assertReleased(Case one, long since, String self, ObjectNode others) {

        var changes = changes(one, since, 4);

        assertThat(changes.subList(2, 4)).extracting(Call::line)
                .containsExactlyInAnyOrder("POST " + one.participant(self), "POST " + one.conversationUrl());
        assertThat(changes.subList(2, 4)).filteredOn(it -> it.line().contains("/Participants/"))
                .extracting(RecordedRequestsTests::fields)
                .containsExactly(Map.of("Status", "closed"));
        assertThat(floor.sandbox.conversation(one).get("attributes")).isEqualTo(with(others, "invites", "{}"));
    }

    private void assertRouting(Case one, Call invite, ObjectNode original, String type, String target, String queueName,
            String... present) {

        var expected = original.deepCopy();
        expected.remove("flexChannelInviteSid");
        expected.put("transferTargetType", type).put("transferTargetSid", target).put("transferQueueName", queueName);
        expected.put("transferId", floor.record(one).getFirst().id()).put("transferAttempt", 1);
        Arrays.stream(present).forEach(expected.putArray("workerSidsInConversation")::add);
        var properties = Sandbox.JSON.createObjectNode();
        properties.put("workspace_sid", floor.setting("twilio.workspace-sid"))
                .put("workflow_sid", floor.sandbox.workflow("Chat Transfer"))
                .put("task_channel_unique_name", "chat")
                .set("attributes", expected);

        assertThat(invite.form().propertyNames()).containsExactly("Routing");
        assertThat(invite.form().get("Routing").propertyNames()).containsExactly("properties");
        assertThat(invite.form().get("Routing").get("properties")).isEqualTo(properties);
        assertThat(invite.form().toString()).contains("\"price\":1.10", "2.50");
    }

    private void assertEntry(Call write, ObjectNode others, Case one, String target, String name, String type) {

        var task = floor.sandbox.invitedTask(one);
        var entry = write.form().get("Attributes").get("invites").get(task);
        var expected = Sandbox.JSON.createObjectNode()
                .put("invitesTaskSid", task)
                .put("targetSid", target)
                .put("timestampCreated", entry.get("timestampCreated").asString())
                .put("targetName", name)
                .put("inviteTargetType", type);

        assertThat(write.form().propertyNames()).containsExactly("Attributes");
        assertThat(entry).isEqualTo(expected);
        assertThat(entry.get("timestampCreated").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(write.form().get("Attributes"))
                .isEqualTo(with(others, "invites", "{\"%s\":%s}".formatted(task, entry)));
    }

    private void assertNoEntry(Case one, ObjectNode others) {
        until("the entry is removed", () -> floor.sandbox.entries(one).isEmpty());
        assertThat(floor.sandbox.conversation(one).get("attributes")).isEqualTo(with(others, "invites", "{}"));
    }

    private void assertEntryRemoved(Case one, long since, ObjectNode others) {
        var removal = changes(one, since, 3).getLast();
        assertThat(removal.line()).isEqualTo("POST " + one.conversationUrl());
        assertThat(removal.form().get("Attributes")).isEqualTo(with(others, "invites", "{}"));
    }

    private static ObjectNode with(ObjectNode object, String name, String value) {
        var copy = object.deepCopy();
        copy.set(name, Sandbox.JSON.readTree(value));
        return copy;
    }

    private static Map<String, String> fields(Call call) {
        return call.form()
                .properties()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue()
                        .asString()));
    }
}
