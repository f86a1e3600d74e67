package dev.transferdesk.transfer;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BILLING;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CAROL;
import static dev.transferdesk.conversation.ConversationFixture.SALES;
import static dev.transferdesk.conversation.ConversationFixture.aRosterOf;
import static dev.transferdesk.conversation.ConversationFixture.aTaskOf;
import static dev.transferdesk.twilio.FakeTwilio.json;
import static dev.transferdesk.twilio.FakeTwilio.sid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.conversation.ConversationFixture;
import dev.transferdesk.directory.DirectoryFixture;
import dev.transferdesk.routing.RoutingCheck;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.settings.Features;
import dev.transferdesk.transfer.Targets.Fit;
import dev.transferdesk.transfer.Targets.Resolution;
import dev.transferdesk.transfer.Targets.Unfit;
import dev.transferdesk.twilio.Queue;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.Worker;
import dev.transferdesk.twilio.WorkerChannel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTests {

    final ConversationFixture conversation = new ConversationFixture();
    final Targets targets = new Targets(conversation.directory, conversation.reach);

    @Test
    void aWorkerIsKnownByName() {
        assertThat(resolve(BOB.value())).isEqualTo(new Fit(new ToWorker(BOB, "Bob Brandt")));
    }

    @Test
    void aQueueIsKnownByName() {
        assertThat(resolve(BILLING.value())).isEqualTo(new Fit(new ToQueue(BILLING, "Billing")));
    }

    @Test
    void aQueueNeedsNoListOfQueues() {

        resolve(BILLING.value());

        assertThat(conversation.twilio.count("queues.all")).isZero();
    }

    @Test
    void aQueueThatTheListDoesNotHaveYetIsLookedUp() {

        conversation.directory.queues();
        var brandNew = new QueueSid(sid("WQ", 50));
        conversation.twilio.queues.put(brandNew, new Queue(brandNew, "Brand new", "1==1"));

        assertThat(resolve(brandNew.value())).isEqualTo(new Fit(new ToQueue(brandNew, "Brand new")));
    }

    @Test
    void anUnknownQueueIsRefused() {

        var unknown = sid("WQ", 99);

        assertThat(resolve(unknown)).isEqualTo(new Unfit(Objection.UNKNOWN_TARGET, unknown));
    }

    @Test
    void anUnknownWorkerIsRefused() {

        var unknown = sid("WK", 99);

        assertThat(resolve(unknown)).isEqualTo(new Unfit(Objection.UNKNOWN_TARGET, unknown));
    }

    @Test
    void aQueueThatCannotBeLookedUpIsTakenBySid() {

        conversation.twilio.refuse("queues.find", Kind.UNREACHABLE);

        assertThat(resolve(BILLING.value())).isEqualTo(new Fit(new ToQueue(BILLING, BILLING.value())));
    }

    @Test
    void aWorkerWhoCannotBeLookedUpIsKnownByTheNameOfLongAgo() {

        conversation.twilio.refuse("workers.all", Kind.UNREACHABLE);

        assertThat(resolve(BOB.value())).isEqualTo(new Fit(new ToWorker(BOB, "Bob Brandt")));
    }

    @Test
    void whatSpeaksAgainstATargetNamesThem() {
        conversation.twilio.workers.put(BOB, new Worker(BOB, "bob", json("{}"), "Offline", false));
        assertThat(resolve(BOB.value())).isEqualTo(new Unfit(Objection.OFFLINE, "bob"));
        assertThat(resolve(ALICE.value())).isEqualTo(new Unfit(Objection.YOURSELF, "Alice Alvarez"));
    }

    @Test
    void aLoadThatIsKnownCountsAndOneThatIsNotIsNotAskedFor() {

        conversation.twilio.loads.put(BOB, List.of(new WorkerChannel("chat", 2, 2, true)));

        assertThat(resolve(BOB.value())).isInstanceOf(Fit.class);
        assertThat(conversation.twilio.count("workers.channels")).isZero();

        conversation.directory.figures().load(BOB, "chat");
        assertThat(resolve(BOB.value())).isEqualTo(new Unfit(Objection.AT_CAPACITY, "Bob Brandt"));
    }

    @Test
    void whoeverIsOutOfReachIsRefused() {

        var narrow = new Targets(conversation.directory,
                DirectoryFixture.narrowReachIn(conversation.directory, "BRANDT", "bill"));

        assertThat(resolve(narrow, BOB.value())).isEqualTo(new Unfit(Objection.OUT_OF_REACH, "Bob Brandt"));
        assertThat(resolve(narrow, CAROL.value())).isInstanceOf(Fit.class);
        assertThat(resolve(narrow, BILLING.value())).isEqualTo(new Unfit(Objection.OUT_OF_REACH, "Billing"));
        assertThat(resolve(narrow, SALES.value())).isInstanceOf(Fit.class);
    }

    @Test
    void queuesThatAreNotTheSendersAreRefused() {

        conversation.twilio.workers.put(ALICE,
                new Worker(ALICE, "alice", json("{'enforcedQueueFilter': 'BILL'}"), "Available", true));
        var narrow = new Targets(conversation.directory,
                DirectoryFixture.narrowReachIn(conversation.directory, "nobody", "none"));

        assertThat(resolve(narrow, BILLING.value())).isInstanceOf(Fit.class);
        assertThat(resolve(narrow, SALES.value())).isEqualTo(new Unfit(Objection.OUT_OF_REACH, "Sales"));
        assertThat(resolve(SALES.value())).isInstanceOf(Fit.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "bob", "WK1", "WQ", "WT00000000000000000000000000000001",
        "WK0000000000000000000000000000000b ", "WQ0000000000000000000000000000000g", "'; drop table transfer; --" })
    void whatIsNoSidOfATargetIsMalformed(String target) {
        assertThat(resolve(target)).isEqualTo(new Unfit(Objection.MALFORMED_TARGET, ""));
    }

    private Resolution resolve(String target) {
        return resolve(targets, target);
    }

    private static Resolution resolve(Targets targets, String target) {
        return targets.resolve(target, new Situation(aTaskOf(ALICE), aRosterOf(ALICE),
                new Features(true, true, true, 1), List.of(), List.of(), Optional.empty(),
                RoutingCheck.FORBIDS_NOTHING));
    }
}
