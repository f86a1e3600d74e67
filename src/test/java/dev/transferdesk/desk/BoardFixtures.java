package dev.transferdesk.desk;

import static dev.transferdesk.desk.Fixtures.*;

import dev.transferdesk.desk.PageStates.State;
import dev.transferdesk.desk.Progress.StepLine;
import dev.transferdesk.desk.TransferBoard.Search;
import dev.transferdesk.desk.TransferBoard.Show;
import dev.transferdesk.twilio.ConversationSid;
import dev.transferdesk.watchdog.Repair;
import dev.transferdesk.watchdog.Repair.Action;
import dev.transferdesk.watchdog.Repair.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Transfers as supervisors see them. */
final class BoardFixtures {

    private static final List<StepLine> STEPS = List.of(step("REQUESTED", "", 130), step("WAITING", "Ana Ruiz", 130),
            step("ENTRY_WRITTEN", "Alice Alvarez", 130), step("OFFERED", "Ana Ruiz", 129),
            step("DECLINED", "Ana Ruiz", 90), step("MOVED", "Billing", 90), step("WAITING", "Billing", 89));

    private BoardFixtures() {}

    static State empty() {
        return page(new Board(new Search(Show.ALL, ""), List.of(), List.of(), List.of(), false,
                List.of(), Optional.of(ago(12))), PolicyFixtures.CHOICES);
    }

    static State usual() {
        return page(new Board(new Search(Show.ALL, ""),
                List.of(row(DANA.name(), "Alice Alvarez", "Billing", "OFFERED", "SENDER", true, List.of(), ""),
                        row(KENJI.name(), "Bob Brandt", "Ana Ruiz", "HELD_BACK", "SENDER", true, List.of(), "")),
                List.of(row(MAYA.name(), "", "Everyone", "INVITED", "NOBODY", true, List.of(Stuck.FALLBACK), ""),
                        row(KENJI.name(), "Bob Brandt", "Ana Ruiz", "CHECKING", "SENDER", true,
                                List.of(Stuck.CHECKING, Stuck.TROUBLE), "no answer: SocketTimeoutException"),
                        row(PHONE.name(), "Bob Brandt", "Ana Ruiz", "WITHDRAWING", "NOBODY", true,
                                List.of(Stuck.WITHDRAWING), "")),
                List.of(row(DANA.name(), "Alice Alvarez", "Tom Weber", "DONE", "RECEIVER", false, List.of(), "")), true,
                List.of(repair(1, MAYA.name(), Kind.ORPHANED, Action.OFFERED_TO_QUEUE, Optional.empty()),
                        repair(2, LONG.name(), Kind.DEAD_INVITE, Action.ENTRY_REMOVED, Optional.of(ago(10)))),
                Optional.empty()), PolicyFixtures.CHOICES);
    }

    static State strange() {
        return page(new Board(new Search(Show.ALL, HEBREW.name()),
                List.of(row(LONG.name(), CHINESE.name(), "Billing and Collections, Second Level, EMEA", "OFFERED",
                        "BOTH", true, List.of(), ""),
                        row(HEBREW.name(), THAI.name(), UNBROKEN.name(), "INVITED", "NOBODY", true, List.of(), "")),
                List.of(row(UNBROKEN.name(), LONG.name(), HEBREW.name(), "ACCEPTED", "BOTH", true,
                        List.of(Stuck.ACCEPTED, Stuck.TROUBLE), "x".repeat(200))),
                List.of(), false, List.of(), Optional.of(ago(3))), PolicyFixtures.NONE);
    }

    private static Repair repair(long id, String customer, Kind kind, Action action, Optional<Instant> resolved) {
        return new Repair(id, ago(300), new ConversationSid("CH" + "a".repeat(32)), customer, kind, action,
                Optional.empty(), "Ended in Flex", resolved);
    }

    private static State page(Board board, TargetChoices choices) {
        return new State("transfer/board", Map.of("viewer", ALICE, "board", board, "choices", choices));
    }

    private static BoardRow row(String customer, String sender, String target, String state, String holder,
            boolean open, List<Stuck> stuck, String trouble) {
        return new BoardRow(UUID.nameUUIDFromBytes((customer + target + state).getBytes()), false, customer, sender,
                sender.isEmpty() ? "Alice Alvarez" : sender, target, state, target, target, ago(130), ago(40), holder,
                stuck, trouble, state.equals("WITHDRAWING") ? "GIVE_UP" : "", open,
                open && !state.equals("HELD_BACK"), open, state.equals("HELD_BACK"), STEPS);
    }
}
