package dev.transferdesk.watchdog;

import static dev.transferdesk.conversation.ConversationFixture.ALICE;
import static dev.transferdesk.conversation.ConversationFixture.BOB;
import static dev.transferdesk.conversation.ConversationFixture.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import dev.transferdesk.conversation.ConversationFixture;
import dev.transferdesk.events.Hearing;
import dev.transferdesk.events.Hearing.Subject;
import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.twilio.Task;
import dev.transferdesk.twilio.Task.Status;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import dev.transferdesk.twilio.WorkerSid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    final ConversationFixture desk = new ConversationFixture();
    final Hearing hearing = mock(Hearing.class);
    final List<TwilioEvent> told = new ArrayList<>();
    final Comparison comparison = new Comparison(desk.twilio.tasks(), hearing, it -> told.add((TwilioEvent) it),
            desk.clock);
    final Task before = taskOf(ALICE);
    final Task after = wrapping(before);

    @Test
    void tellsOfWhatHasChangedAndNobodyToldOf() {

        sweep(before);
        assertThat(told).as("at the first sweep nobody knows what it was like before").isEmpty();

        sweep(after);

        assertThat(told).allMatch(it -> it.source() == Source.COMPARISON && it.task().equals(Optional.of(after.sid()))
                && it.conversation().equals(Optional.of(CONVERSATION)));
        assertThat(told).extracting(TwilioEvent::worker)
                .containsExactlyInAnyOrder(Optional.of(ALICE), Optional.empty());
        then(hearing).should().found(Subject.TASKS, after.sid());

        told.clear();
        sweep(after);
        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfATaskThatHasCome() {

        sweep(before);
        desk.assign(BOB);
        sweep(before, taskOf(BOB));

        assertThat(told).extracting(TwilioEvent::worker).contains(Optional.of(BOB));
    }

    @Test
    void saysNothingOfWhatWasTold() {

        given(hearing.hasMentioned(after.sid(), desk.clock.instant())).willReturn(true);
        sweep(before);
        sweep(after);

        assertThat(told).isEmpty();
        then(hearing).should(never()).found(any(), any());
    }

    @Test
    void isNoComparisonWhereTwilioCannotBeAsked() {

        desk.twilio.refuse("tasks.in", Kind.UNREACHABLE);

        assertThatThrownBy(() -> comparison.with(() -> desk.twilio.tasks().in(EnumSet.allOf(Status.class))))
                .isInstanceOf(TwilioException.class);
        then(hearing).should().compared(false);
    }

    private void sweep(Task... tasks) {
        assertThat(comparison.with(() -> List.of(tasks))).containsExactly(tasks);
        then(hearing).should(atLeastOnce()).compared(true);
    }

    private Task taskOf(WorkerSid worker) {
        return desk.aTaskOf(worker).task();
    }

    private static Task wrapping(Task task) {
        return new Task(task.sid(), Status.WRAPPING, task.attributes(), task.taskChannel(), task.queue(),
                task.queueName(), task.reason(), task.createdAt());
    }
}
