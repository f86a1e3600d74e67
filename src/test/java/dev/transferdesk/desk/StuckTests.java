package dev.transferdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.transfer.Course;
import dev.transferdesk.transfer.Ladder;
import dev.transferdesk.transfer.Ladder.Rung;
import dev.transferdesk.transfer.Original;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferKind;
import dev.transferdesk.transfer.TransferState;
import dev.transferdesk.twilio.ChannelSid;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.twilio.InteractionChannel;
import dev.transferdesk.twilio.InteractionSid;
import dev.transferdesk.twilio.ParticipantSid;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.WorkerSid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.json.JsonMapper;

class StuckTests {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final WorkerSid BOB = new WorkerSid("WK" + "b".repeat(32));
    private static final QueueSid EVERYONE = new QueueSid("WQ" + "e".repeat(32));
    private static final int FALLBACK = 2;

    @ParameterizedTest
    @EnumSource(names = { "HELD_BACK", "REQUESTED", "CHECKING", "WITHDRAWING", "ACCEPTED", "RELEASED" })
    void whatOnlyTwilioIsWaitedForIsStuckAfterHalfAMinute(TransferState state) {
        assertThat(stuck(state, 0, 29, "")).isEmpty();
        assertThat(stuck(state, 0, 31, "")).containsExactly(Stuck.valueOf(state.name()));
    }

    @ParameterizedTest
    @EnumSource(names = { "INVITED", "OFFERED" })
    void whoeverIsAskedMayTakeTheirTime(TransferState state) {
        assertThat(stuck(state, 0, 3600, "")).isEmpty();
    }

    @Test
    void theFallbackQueueHasTwoMinutes() {
        assertThat(stuck(TransferState.INVITED, FALLBACK, 119, "")).isEmpty();
        assertThat(stuck(TransferState.INVITED, FALLBACK, 121, "")).containsExactly(Stuck.FALLBACK);
    }

    @Test
    void whatIsKnownToGoWrongIsSaidAtOnce() {
        assertThat(stuck(TransferState.CHECKING, 0, 1, "HTTP 503")).containsExactly(Stuck.TROUBLE);
        assertThat(stuck(TransferState.CHECKING, 0, 40, "HTTP 503")).containsExactly(Stuck.CHECKING, Stuck.TROUBLE);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = { "HELD_BACK", "REQUESTED", "CHECKING", "INVITED", "OFFERED",
        "WITHDRAWING", "ACCEPTED",
        "RELEASED" })
    void whatHasEndedIsNotStuck(TransferState state) {
        assertThat(stuck(state, FALLBACK, 3600, "HTTP 503")).isEmpty();
    }

    private static List<Stuck> stuck(TransferState state, int rung, long seconds, String trouble) {
        var since = NOW.minusSeconds(seconds);
        return Stuck.of(transfer(state, rung, since, trouble), Optional.empty(), NOW);
    }

    private static Transfer transfer(TransferState state, int rung, Instant since, String trouble) {

        var target = new ToWorker(BOB, "Bob Brandt");
        var ladder = new Ladder(List.of(new Rung(target, Duration.ofSeconds(40))), Duration.ofMinutes(1),
                Optional.of(new ToQueue(EVERYONE, "Everyone")));

        return new Transfer(UUID.randomUUID(), TransferKind.COLD, state, "alice", "request",
                new WorkerSid("WK" + "a".repeat(32)), Optional.of(new ParticipantSid("UT" + "a".repeat(32))),
                new TaskSid("WT" + "a".repeat(32)), new ConversationSid("CH" + "a".repeat(32)),
                new InteractionChannel(new InteractionSid("KD" + "a".repeat(32)),
                        new ChannelSid("UO" + "a".repeat(32))),
                "Dana", target, "", Optional.empty(), Optional.empty(), since, Optional.empty(), false,
                Optional.empty(),
                Optional.empty(), new Original("chat", JsonMapper.shared().createObjectNode()),
                new Course(Release.ON_ACCEPT, ladder, rung, 1, since, Optional.empty(), Optional.empty(), "", since,
                        trouble, Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
