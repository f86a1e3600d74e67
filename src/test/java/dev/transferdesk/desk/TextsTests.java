package dev.transferdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.conversation.ChannelType;
import dev.transferdesk.routing.TransferWorkflow;
import dev.transferdesk.settings.Switch;
import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.settings.TransferPolicy.WatchdogPolicy;
import dev.transferdesk.transfer.Objection;
import dev.transferdesk.transfer.StepKind;
import dev.transferdesk.transfer.TransferState;
import dev.transferdesk.transfer.Wish;
import dev.transferdesk.twilio.TwilioFailure;
import dev.transferdesk.watchdog.Repair;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates put keys together from what the code says; a key without a text would show only on the day it is needed. */
class TextsTests {

    static final Properties TEXTS = texts();

    @ParameterizedTest
    @MethodSource("keys")
    void everyCaseHasAText(String key) {
        assertThat(TEXTS.getProperty(key)).as(key).isNotBlank();
    }

    @Test
    void nothingBoastsOfSuccess() {
        assertThat(TEXTS.values()).allSatisfy(it -> assertThat((String) it).doesNotContainIgnoringCase("successful"));
    }

    static Stream<String> keys() {
        return Stream.of(
                named("refusal.", Objection.values()),
                named("objection.", Objection.SWITCHED_OFF, Objection.NOT_ASSIGNED, Objection.SENDER_NOT_FOUND,
                        Objection.TRANSFER_UNDER_WAY, Objection.INVITE_OPEN, Objection.NO_WORKFLOW),
                named("target.objection.", Objection.YOURSELF, Objection.ALREADY_IN, Objection.ALREADY_INVITED,
                        Objection.OFFLINE, Objection.AT_CAPACITY, Objection.NO_ROUTE, Objection.TOO_LARGE),
                named("step.", StepKind.values()),
                outcomes("outcome.transfer.", "HELD_BACK", "UNDONE", "TAKEN_BACK", "RETURNED", "RETURNING",
                        "COMING_BACK", "NEXT", "NOBODY",
                        "GIVEN_UP_AFTER_LEAVING"),
                outcomes("outcome.invite.", "HELD_BACK", "UNDONE", "CANCELLED"),
                states("state.transfer.", TransferState.CANCELLED),
                states("state.invite.", TransferState.TAKEN_BACK, TransferState.RETURNED),
                Arrays.stream(TransferState.values()).filter(TransferState::isOpen).map(it -> "badge." + it),
                named("stuck.", Stuck.values()),
                named("wish.", Wish.values()),
                Stream.of("SENDER", "RECEIVER", "BOTH", "NOBODY", "OVER").map(it -> "holder." + it),
                named("board.show.", TransferBoard.Show.values()),
                named("repair.kind.", Repair.Kind.values()),
                named("repair.action.", Repair.Action.values()),
                Stream.of("RETRY", "RETURN", "QUEUE", "GIVE_UP").map(it -> "flash.SUPERVISED_" + it),
                Stream.of("TOO_LATE", "MISSING_QUEUE", "MISSING_REASON", "REASON_TOO_LONG").map(it -> "refusal." + it),
                Stream.of("on-accept", "immediately", "immediately.no-queue", "invite").map(it -> "ladder.end." + it),
                named("offer.from.", OfferCard.Way.values()),
                named("channel.", ChannelType.values()),
                Arrays.stream(Switch.values()).map(it -> "setting." + it.key()),
                Arrays.stream(Release.values()).flatMap(it -> alternative("release", it.key())),
                Arrays.stream(WatchdogPolicy.values()).flatMap(it -> alternative("watchdog", it.key())),
                Stream.of("ladder.agent", "ladder.queue", "ladder.then", "ladder.sender", "fallback-queue", "release",
                        "watchdog", "undo-window").map(it -> "setting." + it),
                Stream.of("ladder.then", "fallback-queue").map(it -> "settings.none." + it),
                LadderForm.rungs().stream().map(it -> "policy.rung.then." + it),
                Stream.of("TIME", "UNKNOWN_TARGET", "UNKNOWN_QUEUE", "UNCHECKED", "UNKNOWN_CHOICE", "UNDO_WINDOW")
                        .map(it -> "policy.complaint." + it),
                named("workflow.", TransferWorkflow.Why.values()),
                Arrays.stream(TwilioFailure.Kind.values())
                        .flatMap(it -> Stream.of(".title", ".text").map(part -> "error.TWILIO_" + it + part)),
                Stream.of("undo", "undo.of.transfer", "undo.of.invite", "policy.undo-window", "policy.undo-window.none",
                        "policy.undo-window.effect", "policy.undo-window.seconds"),
                Stream.of("HELD_BACK", "UNDONE", "TRANSFERRED", "STILL_IN", "INVITED", "CANCELLED", "TAKEN_BACK",
                        "TRANSFERRING",
                        "CALLING_OFF", "COMING_BACK", "REMOVED", "LEFT", "ENDED",
                        "NOT_CLOSED", "ACCEPTED", "DECLINED", "SAVED").map(it -> "flash." + it),
                Stream.of("TWILIO_REFUSED", "TWILIO_BUSY", "TWILIO_UNREACHABLE", "UNKNOWN_OUTCOME", "ALREADY_JOINED",
                        "ALREADY_OVER", "OFFER_GONE").map(it -> "refusal." + it))
                .flatMap(it -> it);
    }

    private static Stream<String> named(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants).map(it -> prefix + it.name());
    }

    private static Stream<String> alternative(String policy, String key) {
        return Stream.of("policy.%s.%s".formatted(policy, key), "policy.%s.%s.effect".formatted(policy, key),
                "settings.value." + key);
    }

    private static Stream<String> outcomes(String prefix, String... further) {
        return Stream.concat(List.of("UNDERWAY", "CHECKING", "ACCEPTED", "DECLINED", "TIMED_OUT", "CANCELLED_ELSEWHERE",
                "FAILED", "DONE", "CALLING_OFF", "CONVERSATION_OVER", "GIVEN_UP").stream(), Arrays.stream(further))
                .map(prefix::concat);
    }

    private static Stream<String> states(String prefix, TransferState... never) {
        return Arrays.stream(TransferState.values())
                .filter(it -> !List.of(never).contains(it))
                .map(it -> prefix + it);
    }

    private static Properties texts() {
        try (var file = new InputStreamReader(TextsTests.class.getResourceAsStream("/messages.properties"),
                StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(file);
            return texts;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
