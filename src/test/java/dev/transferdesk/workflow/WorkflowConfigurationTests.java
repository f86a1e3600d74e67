package dev.transferdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowConfigurationTests {

    @Test
    void readsEveryKey() {
        var configuration = parse("""
                {'task_routing': {
                  'filters': [
                    {'filter_friendly_name': 'to one agent', 'expression': 'a == 1',
                     'targets': [
                       {'queue': 'WQall', 'known_worker_sid': 'task.transferTargetSid', 'timeout': 60, 'priority': '10',
                        'expression': 'worker.level > 1', 'order_by': 'worker.level DESC, worker.age',
                        'skip_if': 'workers.available == 0', 'known_worker_friendly_name': 'task.target.name'},
                       {'timeout': '300', 'priority': 5},
                       {}]},
                    {'friendly_name': 'older', 'expression': 'b == 1', 'targets': [{'queue': 'WQb'}]},
                    {'expression': '1==1', 'targets': [{'queue': 'WQc'}, {'queue': 'WQd'}, {'queue': ''}], 'new': 1}],
                  'default_filter': {'queue': 'WQall'}}}""");

        assertThat(configuration.defaultQueue()).contains("WQall");
        assertThat(configuration.filters()).extracting(WorkflowFilter::name)
                .containsExactly("to one agent", "older", "");

        var target = configuration.filters().getFirst().targets().getFirst();
        assertThat(target.timeout()).contains(Duration.ofMinutes(1));
        assertThat(target.priority()).isEqualTo(OptionalInt.of(10));
        assertThat(target.expression()).map(Expression::text).contains("worker.level > 1");
        assertThat(target.skipIf()).map(Expression::text).contains("workers.available == 0");
        assertThat(target.knownWorkerSid()).contains("transferTargetSid");
        assertThat(target.knownWorkerFriendlyName()).contains("target.name");
        assertThat(target.orderBy()).containsExactly(new OrderBy(AttributePath.parse("level"), true),
                new OrderBy(AttributePath.parse("age"), false));
    }

    @Test
    void laterTargetsInheritTheQueueAndNothingElse() {
        var filters = parse("""
                {'task_routing': {'filters': [{'expression': '1==1', 'targets': [
                  {'queue': 'WQa', 'expression': 'worker.x == 1', 'timeout': 1, 'priority': 1, 'skip_if': '1==1',
                   'known_worker_sid': 'task.x', 'known_worker_friendly_name': 'task.y', 'order_by': 'worker.x ASC'},
                  {}, {'queue': 'WQb'}, {'timeout': null}]}]}}""").filters();

        assertThat(filters.getFirst().targets()).extracting(target -> target.queue().orElseThrow())
                .containsExactly("WQa", "WQa", "WQb", "WQb");
        assertThat(filters.getFirst().targets().get(1)).isEqualTo(new WorkflowTarget(Optional.of("WQa"), Optional
                .empty(), OptionalInt.empty(), Optional.empty(), java.util.List.of(), Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    @Test
    void doesWithoutFiltersAndDefault() {
        assertThat(parse("{'task_routing': {}}")).isEqualTo(parse("""
                {'task_routing': {'filters': [], 'default_filter': null}, 'other': true}"""));
        assertThat(parse("{'task_routing': {'default_filter': {}}}").defaultQueue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                 | configuration: not JSON
            ``                                                | task_routing: missing
            []                                                | task_routing: missing
            {'task_routing': []}                              | task_routing: not an object
            {'task_routing': {'filters': {}}}                 | task_routing.filters: not an array
            {'task_routing': {'filters': [1]}}                | task_routing.filters[0]: not an object
            {'task_routing': {'filters': [{}]}}               | task_routing.filters[0].expression: missing
            {'task_routing': {'filters': [{'expression': {}}]}} | task_routing.filters[0].expression: not a string
            {'task_routing': {'filters': [{'expression': 'a'}]}} | task_routing.filters[0].expression: Expected an operator
            {'task_routing': {'filters': [{'expression': '1==1'}]}} | task_routing.filters[0].targets: needs at least one
            {'task_routing': {'default_filter': 'WQall'}}     | task_routing.default_filter: not an object
            """)
    void saysWhatIsWrongAndWhere(String json, String message) {
        assertThatExceptionOfType(WorkflowSyntaxException.class).isThrownBy(() -> parse(json))
                .withMessageStartingWith(message)
                .satisfies(e -> assertThat(message).startsWith(e.location() + ":"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'timeout': 'soon'                 | timeout: not a whole number
            'timeout': -1                     | timeout: not a whole number
            'timeout': 1.5                    | timeout: not a whole number
            'priority': 99999999999           | priority: not a whole number
            'priority': true                  | priority: not a string
            'queue': ['WQa']                  | queue: not a string
            'expression': 'worker.a ='        | expression: '=' is not an operator, at character 10
            'skip_if': '('                    | skip_if: Expected an attribute or a value but found the end
            'order_by': 'level DESC'          | order_by: Expected worker.attribute ASC or DESC but found 'level DESC'
            'order_by': 'worker.level UP'     | order_by: Expected worker.attribute ASC or DESC
            'known_worker_sid': 'task..x'     | known_worker_sid: '' is not an attribute's name
            """)
    void saysWhatIsWrongWithATarget(String target, String message) {
        assertThatExceptionOfType(WorkflowSyntaxException.class).isThrownBy(() -> parse("""
                {'task_routing': {'filters': [{'expression': '1==1', 'targets': [{'queue': 'WQa'}, {%s}]}]}}"""
                .formatted(target))).withMessageStartingWith("task_routing.filters[0].targets[1]." + message);
    }

    @Test
    void refusesWhatTaskRouterHasNoRoomFor() {
        assertThatExceptionOfType(WorkflowSyntaxException.class).isThrownBy(() -> parse(" ".repeat(1_038_577)))
                .withMessage("configuration: larger than 1038576 bytes");
        assertThatExceptionOfType(WorkflowSyntaxException.class).isThrownBy(() -> parse("[".repeat(100_000)));
    }

    private static WorkflowConfiguration parse(String json) {
        return WorkflowConfiguration.parse(json.replace('\'', '"'));
    }
}
