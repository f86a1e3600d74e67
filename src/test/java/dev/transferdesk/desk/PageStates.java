package dev.transferdesk.desk;

import static dev.transferdesk.desk.Fixtures.*;

import dev.transferdesk.desk.Progress.StepLine;
import dev.transferdesk.desk.Progress.Tone;
import dev.transferdesk.routing.TransferWorkflow.Missing;
import dev.transferdesk.routing.TransferWorkflow.Why;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every state in which a page is previewed, by name. */
final class PageStates {

    private final Map<String, State> states = new LinkedHashMap<>();

    record State(String view, Map<String, Object> model) {

        State with(String name, Object value) {
            var extended = new HashMap<>(model);
            extended.put(name, value);
            return new State(view, extended);
        }

        State without(String name) {
            var reduced = new HashMap<>(model);
            reduced.remove(name);
            return new State(view, reduced);
        }

        /** Only the messages after this one. */
        State since(int after) {
            return model.get("selected") instanceof TaskView it
                    ? with("selected",
                            new TaskView(it.task(), it.customer(), it.since(), it.actions(), it.bars(), it.people(),
                                    it.invites(), it.lines().stream().filter(line -> line.index() > after).toList(),
                                    it.hasEarlier(),
                                    it.history()))
                    : this;
        }
    }

    record SwitchRow(String name, boolean on) {}

    PageStates() {
        addLists();
        addTasks();
        addTransfers();
        addOthers();
    }

    Map<String, State> all() {
        return states;
    }

    private void addLists() {
        states.put("nothing-selected", desk(threeTasks()));
        states.put("no-tasks", desk(List.of()).with("elsewhere", 2));
        states.put("no-worker", desk(List.of()).with("viewer", NOBODY));
        states.put("many-tasks", desk(manyTasks()).with("offers", offers())
                .with("elsewhere", 1)
                .with("bars", List.of(accepted(), unanswered(), checking(), comingBack())));
        states.put("offers", desk(threeTasks()).with("offers", offers()));
        states.put("strange-offers", desk(strangeTasks()).with("offers", strangeOffers()));
    }

    private void addTasks() {
        states.put("conversation", task(FREE, 60));
        states.put("silent-conversation", task(FREE, 0));
        states.put("several-agents", desk(threeTasks()).with("selected",
                view(DANA, WITH_OTHERS, List.of(), List.of(person(DANA), you(), agent("Bob Brandt", 2),
                        agent(LONG.name(), 3)), List.of(), lines(5), List.of())));
        states.put("strange-names", desk(strangeTasks()).with("selected",
                view(LONG, INVITED, List.of(unanswered()), List.of(person(LONG), you(), agent(THAI.name(), 2)),
                        List.of(invite(HEBREW.name(), false, CHINESE.name()), invite(UNBROKEN.name(), true, "")),
                        lines(8),
                        List.of(unanswered()))));
        states.put("right-to-left", desk(strangeTasks()).with("selected",
                view(HEBREW, FREE, List.of(), List.of(person(HEBREW), you()), List.of(), lines(8), List.of())));
        states.put("offer-meanwhile", task(FREE, 12).with("offers", offers().subList(0, 1)));
        states.put("switched-off", task(SWITCHED_OFF, 6));
        states.put("embedded", task(FREE, 12).with("embed", true));
    }

    private void addTransfers() {
        states.put("transfer-under-way", transfer(IN_FLIGHT, underway()));
        states.put("invite-open", desk(List.of(pending(item(1, DANA, "I was charged twice."), "OFFERED", "Billing"),
                item(2, PHONE, "Thanks"))).with("selected",
                        view(DANA, INVITED, List.of(invited()), List.of(person(DANA), you()),
                                List.of(invite("Billing", true, "Alice Alvarez"), invite("Ana Ruiz", false, "")),
                                lines(6),
                                List.of(invited()))));
        states.put("transfer-failed", transfer(FREE, failed()));
        states.put("transfer-called-off", transfer(IN_FLIGHT, callingOff()));
        states.put("transfer-held-back", transfer(IN_FLIGHT, heldBack("Dana Customer", false)));
        states.put("transfer-undone", transfer(FREE, undone()));
        states.put("transfer-not-sent", transfer(FREE, notSent()));
        states.put("transfer-given-up", transfer(FREE, givenUp()));
        states.put("transfer-done", transfer(WITH_OTHERS, accepted()));
        states.put("transfer-checking", transfer(IN_FLIGHT, checking()));
    }

    private void addOthers() {
        states.put("sign-in", new State("identity/sign-in",
                Map.of("notice", "Sandbox: sign in as alice, bob, carol, sam or ada with the password sandbox.")));
        addSettings();
        states.put("transfers", BoardFixtures.usual());
        states.put("transfers-none", BoardFixtures.empty());
        states.put("transfers-sent", BoardFixtures.usual().with("bars", List.of(underway(), failed())));
        states.put("transfers-strange", BoardFixtures.strange());
        states.put("settings-without-workflow",
                states.get("settings").with("workflowProblem", new Missing(Why.NONE, "Chat Transfer")));
        for (var status : List.of(400, 403, 404, 409, 500, 503)) {
            states.put("error-" + status, new State("error/error", Map.of("viewer", ALICE, "status", status)));
        }
        states.put("error-signed-out", new State("error/error", Map.of("status", 404)));
    }

    private void addSettings() {

        var page = new State("settings/settings", Map.of("viewer", ALICE, "switches",
                List.of(new SwitchRow("enabled", true), new SwitchRow("cold_transfer", true),
                        new SwitchRow("multi_participant", false)),
                "changes", PolicyFixtures.CHANGES));

        states.put("settings", PolicyFixtures.usual(page));
        states.put("settings-sent",
                states.get("settings").with("bars", List.of(heldBack(LONG.name(), true), unanswered(), comingBack())));
        states.put("settings-long-ladder", PolicyFixtures.longLadder(page));
        states.put("settings-ladder-refused", PolicyFixtures.refused(page));
        states.put("settings-ladder-outdated", PolicyFixtures.outdated(page));
        states.put("settings-targets-gone", PolicyFixtures.gone(page));
        states.put("settings-without-twilio", PolicyFixtures.unreachable(page));
    }

    private static Progress checking() {
        return progress("Dana Customer", "Support", false, Tone.UNDERWAY, "CHECKING", "",
                new StepLine("REQUESTED", "", ago(9)), new StepLine("UNKNOWN", "", ago(4)));
    }

    private static State desk(List<TaskItem> tasks) {
        return new State("desk/desk",
                Map.of("viewer", ALICE, "offers", List.of(), "tasks", tasks, "elsewhere", 0, "bars",
                        List.of(), "embed", false));
    }

    private static State task(TaskView.Actions actions, int messages) {
        return desk(threeTasks()).with("selected",
                view(DANA, actions, List.of(), List.of(person(DANA), you()), List.of(),
                        lines(messages), List.of()));
    }

    private static State transfer(TaskView.Actions actions, Progress progress) {
        return desk(threeTasks()).with("selected", view(DANA, actions, List.of(progress), List.of(person(DANA), you()),
                List.of(), lines(9), List.of(progress, underway(), unanswered())));
    }
}
