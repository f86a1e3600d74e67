package dev.transferdesk.routing;

import static dev.transferdesk.routing.RoutingFixture.ALICE;
import static dev.transferdesk.routing.RoutingFixture.TASK;
import static dev.transferdesk.routing.RoutingFixture.TO_BILLING;
import static dev.transferdesk.routing.RoutingFixture.TO_BOB;
import static dev.transferdesk.routing.RoutingFixture.TO_SALES;
import static dev.transferdesk.routing.RoutingFixture.chatTransfer;
import static dev.transferdesk.routing.RoutingFixture.withDefault;
import static dev.transferdesk.routing.RoutingFixture.withoutAgents;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.twilio.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingCheckTests {

    @Test
    void aQueueWithAFilterIsReached() {
        assertThat(reaches(chatTransfer(), TO_BILLING)).isTrue();
    }

    @Test
    void aQueueThatTheWorkflowForgotIsNot() {
        assertThat(reaches(chatTransfer(), TO_SALES)).isFalse();
    }

    @Test
    void aQueueIsReachedByDefault() {
        assertThat(reaches(withDefault(TO_SALES), TO_SALES)).isTrue();
    }

    @Test
    void anotherQueueIsNotWhereTheDefaultLeads() {
        assertThat(reaches(withDefault(TO_SALES), TO_BILLING)).isFalse();
    }

    @Test
    void anAgentIsReached() {
        assertThat(reaches(chatTransfer(), TO_BOB)).isTrue();
    }

    @Test
    void anAgentIsNotReachedWhereNoFilterTakesAgents() {
        assertThat(reaches(withoutAgents(), TO_BOB)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no JSON", "[]", "{\"task_routing\": {\"filters\": [{\"expression\": \"((\"}]}}" })
    void aWorkflowThatCannotBeReadForbidsNothing(String configuration) {

        var unreadable = new Workflow(chatTransfer().sid(), "Chat Transfer", configuration);

        assertThat(reaches(unreadable, TO_SALES)).isTrue();
        assertThat(reaches(unreadable, TO_BOB)).isTrue();
    }

    @Test
    void noWorkflowForbidsNothing() {
        assertThat(RoutingCheck.FORBIDS_NOTHING.reaches(TO_SALES, json("{}"))).isTrue();
    }

    private static boolean reaches(Workflow workflow, TransferTarget target) {
        return RoutingCheck.of(workflow)
                .reaches(target, TransferAttributes.of(json("{}"), TASK, target, List.of(ALICE)));
    }
}
