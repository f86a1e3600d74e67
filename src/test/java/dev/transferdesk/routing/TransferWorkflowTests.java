package dev.transferdesk.routing;

import static dev.transferdesk.routing.RoutingFixture.findsAmong;
import static dev.transferdesk.routing.RoutingFixture.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.transferdesk.SettableClock;
import dev.transferdesk.routing.TransferWorkflow.Found;
import dev.transferdesk.routing.TransferWorkflow.Missing;
import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import org.junit.jupiter.api.Test;

class TransferWorkflowTests {

    final SettableClock clock = new SettableClock();
    final FakeTwilio twilio = new FakeTwilio(clock);

    @Test
    void theOneWhoseNameBeginsWithChatTransferIsFound() {

        twilio.workflows.add(named("Assign to Anyone", 1));
        twilio.workflows.add(named("Chat Transfer to the north", 2));

        assertThat(findsAmong(twilio, "", clock).find()).isEqualTo(new Found(twilio.workflows.get(1)));
    }

    @Test
    void theConfiguredOneIsTakenWhateverItsName() {

        twilio.workflows.add(named("Chat Transfer", 1));
        twilio.workflows.add(named("Handing over", 2));

        assertThat(findsAmong(twilio, named("", 2).sid().value(), clock).find())
                .isEqualTo(new Found(twilio.workflows.get(1)));
    }

    @Test
    void aConfiguredOneThatIsNotThereIsMissingUnderItsSid() {

        twilio.workflows.add(named("Chat Transfer", 1));

        assertThat(findsAmong(twilio, named("", 2).sid().value(), clock).find())
                .isInstanceOfSatisfying(Missing.class, it -> assertThat(it.reason()).contains(
                        named("", 2).sid().value()));
    }

    @Test
    void noneIsMissing() {

        twilio.workflows.add(named("Assign to Anyone", 1));

        assertThat(findsAmong(twilio, "", clock).find()).isInstanceOfSatisfying(Missing.class,
                it -> assertThat(it.reason()).contains("no workflow", "Chat Transfer"));
    }

    @Test
    void amongSeveralNoneIsGuessed() {

        twilio.workflows.add(named("Chat Transfer", 1));
        twilio.workflows.add(named("Chat Transfer 2", 2));

        assertThat(findsAmong(twilio, "", clock).find()).isInstanceOfSatisfying(Missing.class,
                it -> assertThat(it.reason()).contains("2 workflows", "twilio.transfer-workflow-sid"));
    }

    @Test
    void aFailedLookUpIsNotRemembered() {

        twilio.workflows.add(named("Chat Transfer", 1));
        twilio.refuse("workflows.all", Kind.UNREACHABLE);
        var workflow = findsAmong(twilio, "", clock);

        assertThatExceptionOfType(TwilioException.class).isThrownBy(workflow::find);
        assertThat(workflow.find()).isInstanceOf(Found.class);
    }

    @Test
    void manyWhoAskCostOneCall() {

        twilio.workflows.add(named("Chat Transfer", 1));
        var workflow = findsAmong(twilio, "", clock);

        workflow.find();
        workflow.find();

        assertThat(twilio.count("workflows.all")).isOne();
    }
}
