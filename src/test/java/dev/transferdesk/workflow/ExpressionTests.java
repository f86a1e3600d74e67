package dev.transferdesk.workflow;

import static dev.transferdesk.workflow.WorkflowFixture.ALICE;
import static dev.transferdesk.workflow.WorkflowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import dev.transferdesk.workflow.Semantics.Precedence;

class ExpressionTests {

    private static final ObjectNode TASK = json("""
            {'type': 'worker', 'count': 10, 'share': 2.50, 'vip': true, 'nothing': null, 'name': 'Ада Lovelace',
             'list': ['a', 'b', 3, null, ['deep']], 'empty': [], 'nested': {'list': [{'x': 1}, {'x': 'two'}]},
             'huge': 1e400, 'hands': 'in', 'task': {'own': 1}}""");

    @ParameterizedTest
    @ValueSource(strings = { "1==1", "1 == 1.0", "'a' == \"a\"", "type == 'worker'", "task.type == 'worker'",
        "type=='worker'", "count == 10", "count > 9", "count >= 10", "count < 11", "count <= 10", "count != 9",
        "count > -1", "share == 2.5", "vip == true", "vip != false", "vip == TRUE", "type > 'abc'", "type < 'x'",
        "name CONTAINS 'Ада'", "name contains 'Love'", "name CONTAINS ''", "10 == count", "huge > 5", "huge > count",
        "count < huge", "task.own == 1", "'it\\'s' == \"it's\"", "'a\\b' == 'a\\b'" })
    void comparesScalars(String text) {
        assertThat(test(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1 == 2", "type == 'Worker'", "type == 'work'", "count > 10", "count < 10",
        "vip == 'true'",
        "count == '10'", "count > '9'", "vip > false", "type CONTAINS 'x'", "count CONTAINS '1'",
        "name CONTAINS 'love'", "'er' CONTAINS type" })
    void tellsScalarsApart(String text) {
        assertThat(test(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "missing == null", "nothing == null", "type != null", "list != null", "nested != null",
        "null == missing", "missing.deeper[3].still == NULL", "type.deeper == null", "missing == nothing",
        "missing != 'x'", "list[9] == null", "nested.list[0].y == null" })
    void findsNullWhereNothingIs(String text) {
        assertThat(test(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "missing > 1", "missing < 1", "missing <= null", "missing CONTAINS 'x'", "missing == 'x'",
        "missing HAS 'x'", "'x' IN missing", "missing == false", "missing == ''", "type == null" })
    void neverFindsWhatIsMissing(String text) {
        assertThat(test(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "list HAS 'a'", "list has 3", "list HAS list[1]", "type IN ['worker', 'queue']",
        "type in [\"worker\"]", "count IN [1, 10.0]", "vip IN [true]", "'b' IN list", "type NOT IN ['queue']",
        "type not in []", "'z' NOT IN list", "type NOT IN empty", "nested.list[0].x == 1",
        "nested.list[1].x == 'two'", "list[4][0] == 'deep'", "list[4] HAS 'deep'", "hands IN ['in']" })
    void looksIntoArrays(String text) {
        assertThat(test(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "list HAS 'c'", "list HAS '3'", "list HAS 'deep'", "empty HAS 'a'", "type HAS 'worker'",
        "type HAS 'w'", "type IN ['queue']", "type IN []", "type IN count", "type IN 'worker'", "type NOT IN 'queue'",
        "type NOT IN count", "'a' NOT IN list", "list IN list", "list NOT IN list", "list == 'a'", "list != 'a'",
        "list == list", "nested == nested", "nested HAS 'list'", "list > 1", "list CONTAINS 'a'" })
    void isNotTrueOfKindsThatDoNotGoTogether(String text) {
        assertThat(test(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1==1 OR 1==1 AND 1==2      | true
            (1==1 OR 1==1) AND 1==2    | false
            1==2 AND 1==1 OR 1==1      | true
            1==2 AND (1==1 OR 1==1)    | false
            1==1 and 1==1 or 1==2      | true
            ((((1==1))))               | true
            1==2 OR 1==2 OR 1==1       | true
            1==1 AND 1==1 AND 1==2     | false
            """)
    void bindsAndBeforeOr(String text, boolean expected) {
        assertThat(test(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1==1 OR 1==1 AND 1==2      | false
            1==1 OR (1==1 AND 1==2)    | true
            1==2 AND 1==1 OR 1==1      | true
            """)
    void readsFromLeftToRightWhereThatIsChosen(String text, boolean expected) {
        var semantics = Semantics.LIKELY.with(Precedence.LEFT_TO_RIGHT);

        assertThat(Expression.parse(text, semantics).test(Scope.ofTask(TASK))).isEqualTo(expected);
    }

    @Test
    void leavesNobodyWhereTheListIsMissingUnlessThatIsChosen() {
        var text = "worker.sid NOT IN task.workerSidsInConversation";
        var scope = Scope.ofTarget(json("{}"), ALICE);

        assertThat(Expression.parse(text).test(scope)).isFalse();
        assertThat(Expression.parse(text, Semantics.LIKELY.withNotInMissing(true)).test(scope)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "type == 'WORKER'", "type IN ['Worker']", "list HAS 'A'", "name CONTAINS 'LOVE'",
        "type >= 'WORKER'" })
    void disregardsCaseWhereThatIsChosen(String text) {
        var semantics = Semantics.LIKELY.withCaseSensitive(false);

        assertThat(Expression.parse(text, semantics).test(Scope.ofTask(TASK))).isTrue();
        assertThat(Expression.parse("type NOT IN ['WORKER']", semantics).test(Scope.ofTask(TASK))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "sid == 'WKalice'", "friendly_name == 'alice'", "activity_sid == 'WAavailable'",
        "activity_name IN ['Available']", "level > 2", "skills HAS 'billing'" })
    void queueSeesWorkersWithoutPrefix(String text) {
        assertThat(Expression.parse(text).test(Scope.ofWorker(ALICE))).isTrue();
        assertThat(Expression.parse("worker.level > 2").test(Scope.ofWorker(ALICE))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "worker.sid == task.wanted", "worker.level >= task.level", "worker.skills HAS task.skill",
        "worker.friendly_name != 'bob'", "worker.sid NOT IN task.present" })
    void targetSaysWhoseAnAttributeIs(String text) {
        var scope = Scope.ofTarget(json("{'wanted': 'WKalice', 'level': 3, 'skill': 'billing', 'present': []}"), ALICE);

        assertThat(Expression.parse(text).test(scope)).isTrue();
        assertThat(Expression.parse("level == 3 OR sid == 'WKalice'").test(scope)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "workers.available == 0", "workers.unavailable > 3", "workers.WAbreak == 2",
        "workers.WAother == 0", "urgent == true", "task.urgent == true", "1==1" })
    void skipSeesCountsOfWorkersAndTheTask(String text) {
        var scope = Scope.ofSkip(json("{'urgent': true}"), new PoolFacts(0, 4, Map.of("WAbreak", 2)));

        assertThat(Expression.parse(text).test(scope)).isTrue();
    }

    @Test
    void staysQuickAtItsLongest() {
        var text = "(".repeat(100) + "type == 'x'" + " OR 1==1 AND 1==2".repeat(1050) + ")".repeat(100);

        assertThat(test(text)).isFalse();
        assertThat(Expression.parse(text, Semantics.LIKELY.with(Precedence.LEFT_TO_RIGHT)).test(Scope.ofTask(TASK)))
                .isFalse();
    }

    @Test
    void keepsWhereEachComparisonStands() {
        var text = "a == 1 AND b.c[2] NOT IN ['x']";
        var condition = (Condition.And) Expression.parse(text).condition();

        assertThat(condition.parts()).extracting(part -> (Condition.Comparison) part)
                .extracting(part -> text.substring(part.start(), part.end()))
                .containsExactly("a == 1", "b.c[2] NOT IN ['x']");
    }

    private static boolean test(String text) {
        return Expression.parse(text).test(Scope.ofTask(TASK));
    }
}
