package dev.transferdesk.workflow;

import static dev.transferdesk.workflow.WorkflowFixture.ALICE;
import static dev.transferdesk.workflow.WorkflowFixture.BOB;
import static dev.transferdesk.workflow.WorkflowFixture.CAROL;
import static dev.transferdesk.workflow.WorkflowFixture.json;
import static dev.transferdesk.workflow.WorkflowFixture.worker;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import dev.transferdesk.workflow.Position.FellOut;
import dev.transferdesk.workflow.Position.InDefault;
import dev.transferdesk.workflow.Position.InTarget;
import dev.transferdesk.workflow.Position.Reason;
import dev.transferdesk.workflow.Semantics.Unmatched;

class RoutingTests {

    private static final String FILTERS = """
            'filters': [
              {'expression': 'kind == `worker`', 'targets': [
                {'queue': 'WQall', 'known_worker_sid': 'task.wanted', 'timeout': 60, 'skip_if': 'workers.available == 0'},
                {'timeout': 300}]},
              {'expression': 'kind == `queue`', 'targets': [
                {'queue': 'WQsales', 'expression': 'worker.sid NOT IN task.present', 'order_by': 'worker.level DESC'}]},
              {'expression': 'kind IN [`worker`, `late`]', 'targets': [{'queue': 'WQlate', 'timeout': 5}]}]""";

    private static final ObjectNode TO_BOB = json("{'kind': 'worker', 'wanted': 'WKbob'}");
    private static final ObjectNode TO_SALES = json("{'kind': 'queue', 'present': ['WKalice']}");
    private static final ObjectNode TO_NOBODY = json("{'kind': 'other'}");

    private static final Position LAST_OF_FIRST = new InTarget(0, 1);
    private static final Position SALES = new InTarget(1, 0);
    private static final Position LATE = new InTarget(2, 0);

    private final Routing routing = routing(FILTERS + ", 'default_filter': {'queue': 'WQdefault'}");
    private final Routing withoutDefault = routing(FILTERS);

    @Test
    void startsInTheFirstFilterThatMatches() {
        assertThat(routing.start(TO_BOB)).isEqualTo(new InTarget(0, 0));
        assertThat(routing.start(TO_SALES)).isEqualTo(SALES);
        assertThat(routing.start(json("{'kind': 'late'}"))).isEqualTo(LATE);
    }

    @Test
    void startsInTheDefaultQueueWhenNoFilterMatches() {
        assertThat(routing.start(TO_NOBODY)).isEqualTo(new InDefault());
        assertThat(routing.queue(new InDefault())).contains("WQdefault");
        assertThat(routing.timeout(new InDefault())).isEmpty();
        assertThat(routing.mayTake(new InDefault(), TO_NOBODY, CAROL)).isTrue();
    }

    @Test
    void fallsOutAtOnceWithoutMatchAndDefault() {
        var position = withoutDefault.start(TO_NOBODY);

        assertThat(position).isEqualTo(new FellOut(Reason.NO_MATCH));
        assertThat(withoutDefault.cancels(position)).isTrue();
        assertThat(withoutDefault.queue(position)).isEmpty();
        assertThat(withoutDefault.mayTake(position, TO_NOBODY, BOB)).isFalse();
    }

    @Test
    void keepsAnUnmatchedTaskWhereThatIsChosen() {
        var lenient = new Routing(configuration(FILTERS), Semantics.LIKELY.with(Unmatched.WAITING));

        assertThat(lenient.cancels(lenient.start(TO_NOBODY))).isFalse();
        assertThat(lenient.cancels(new FellOut(Reason.TIMEOUT))).isTrue();
        assertThat(lenient.cancels(SALES)).isFalse();
    }

    @Test
    void timeoutLeadsToTheNextTargetThenTheNextMatchingFilterThenOut() {
        var positions = Stream.iterate(routing.start(TO_BOB), position -> routing.afterTimeout(position, TO_BOB));

        assertThat(positions.limit(5)).containsExactly(new InTarget(0, 0), LAST_OF_FIRST, LATE, new FellOut(
                Reason.TIMEOUT), new FellOut(Reason.TIMEOUT));
    }

    @Test
    void timeoutNeverLeadsToTheDefaultQueue() {
        assertThat(routing.afterTimeout(SALES, TO_SALES)).isEqualTo(new FellOut(Reason.TIMEOUT));
        assertThat(routing.afterTimeout(new InDefault(), TO_NOBODY)).isEqualTo(new InDefault());
    }

    @Test
    void skippingTheLastTargetIsAsThoughTheFilterHadNotMatched() {
        assertThat(routing.afterSkip(new InTarget(0, 0), TO_BOB)).isEqualTo(LAST_OF_FIRST);
        assertThat(routing.afterSkip(LAST_OF_FIRST, TO_BOB)).isEqualTo(LATE);
        assertThat(routing.afterSkip(LATE, TO_BOB)).isEqualTo(new InDefault());
        assertThat(withoutDefault.afterSkip(LATE, TO_BOB)).isEqualTo(new FellOut(Reason.SKIPPED));
        assertThat(routing.afterSkip(new InDefault(), TO_BOB)).isEqualTo(new InDefault());
    }

    @Test
    void laterFiltersSeeTheAttributesAsTheyAreThen() {
        assertThat(routing.afterTimeout(LAST_OF_FIRST, json("{'kind': 'queue'}"))).isEqualTo(SALES);
    }

    @Test
    void skipsOnlyWhereTheConditionHolds() {
        var nobody = new PoolFacts(0, 3, Map.of());

        assertThat(routing.skips(new InTarget(0, 0), TO_BOB, nobody)).isTrue();
        assertThat(routing.skips(new InTarget(0, 0), TO_BOB, new PoolFacts(1, 3, Map.of()))).isFalse();
        assertThat(routing.skips(LAST_OF_FIRST, TO_BOB, nobody)).isFalse();
        assertThat(routing.skips(new InDefault(), TO_BOB, nobody)).isFalse();
    }

    @Test
    void tellsQueueAndTimeout() {
        assertThat(routing.queue(LAST_OF_FIRST)).contains("WQall");
        assertThat(routing.timeout(LAST_OF_FIRST)).contains(Duration.ofMinutes(5));
        assertThat(routing.timeout(SALES)).isEmpty();
        assertThat(routing.filter(SALES)).map(filter -> filter.expression().text()).contains("kind == 'queue'");
    }

    @Test
    void knownWorkerAloneMayTake() {
        var first = new InTarget(0, 0);

        assertThat(routing.mayTake(first, TO_BOB, BOB)).isTrue();
        assertThat(routing.mayTake(first, TO_BOB, ALICE)).isFalse();
        assertThat(routing.mayTake(LAST_OF_FIRST, TO_BOB, ALICE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'kind': 'worker'}", "{'wanted': null}", "{'wanted': ['WKbob']}", "{'wanted': 'WKgone'}",
        "{'wanted': {}}" })
    void nobodyMayTakeWhatIsForNobodyKnown(String task) {
        assertThat(Stream.of(ALICE, BOB, CAROL)).noneMatch(worker -> routing.mayTake(new InTarget(0, 0), json(task),
                worker));
    }

    @Test
    void knownWorkerCanBeGivenByName() {
        var byName = routing(
                """
                        'filters': [{'expression': '1==1', 'targets': [
                          {'queue': 'WQall', 'known_worker_friendly_name': 'task.to.name', 'expression': 'worker.level > 5'}]}]""");

        assertThat(byName.mayTake(new InTarget(0, 0), json("{'to': {'name': 'bob'}}"), BOB)).isTrue();
        assertThat(byName.mayTake(new InTarget(0, 0), json("{'to': {'name': 'alice'}}"), BOB)).isFalse();
        assertThat(byName.mayTake(new InTarget(0, 0), json("{'to': {'name': 'alice'}}"), ALICE)).isFalse();
    }

    @Test
    void expressionKeepsOutThoseInTheConversation() {
        assertThat(routing.mayTake(SALES, TO_SALES, ALICE)).isFalse();
        assertThat(routing.mayTake(SALES, TO_SALES, BOB)).isTrue();
        assertThat(routing.mayTake(SALES, json("{'kind': 'queue'}"), BOB)).isFalse();
    }

    @Test
    void ordersByAttributeAndLeavesTiesAlone() {
        var dan = worker("WKdan", "dan", "{'level': 7}");

        assertThat(Stream.of(CAROL, ALICE, BOB, dan).sorted(routing.order(SALES))).containsExactly(BOB, dan, ALICE,
                CAROL);
        assertThat(Stream.of(CAROL, BOB, ALICE).sorted(routing.order(LATE))).containsExactly(CAROL, BOB, ALICE);
    }

    @Test
    void ordersBySeveralAttributes() {
        var ordered = routing("""
                'filters': [{'expression': '1==1', 'targets': [
                  {'queue': 'WQall', 'order_by': 'worker.team ASC, worker.level desc'}]}]""");
        var junior = worker("WKjunior", "junior", "{'team': 1, 'level': 1}");
        var senior = worker("WKsenior", "senior", "{'team': 1, 'level': 4}");
        var other = worker("WKother", "other", "{'team': 2, 'level': 9}");

        assertThat(Stream.of(ALICE, other, junior, senior).sorted(ordered.order(new InTarget(0, 0))))
                .containsExactly(senior, junior, other, ALICE);
    }

    private static Routing routing(String parts) {
        return new Routing(configuration(parts));
    }

    private static WorkflowConfiguration configuration(String parts) {
        var json = "{'task_routing': {%s}}".formatted(parts);
        return WorkflowConfiguration.parse(json.replace('\'', '"').replace('`', '\''));
    }
}
