package dev.transferdesk.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether all is as it must be once a flow has come to its end, and as its sender was told. */
record Verdict(Flow flow, Optional<Mishap> mishap, Case one, Floor floor, Answer answer) {

    private static final List<String> CALLED_OFF = List.of("CANCELLED", "TAKEN_BACK", "RETURNED");

    /** Or known already, when it took long to answer. */
    private static final Pattern LEFT_OPEN = Pattern.compile("being looked up|Not transferred|not invited");

    List<String> problems(Picture now, Optional<Floor.Row> row) {

        var found = new ArrayList<String>();

        now.doubled(one).forEach(found::add);
        ofCustomer(now).ifPresent(found::add);
        ofAttributes(now).ifPresent(found::add);
        row.flatMap(it -> ofOutcome(now, it)).ifPresent(found::add);
        ofAnswer(now, row.map(Floor.Row::state).orElse("")).ifPresent(
                it -> found.add("%s: %d %s".formatted(it, answer.status(), answer.notice())));

        return found;
    }

    private Optional<String> ofCustomer(Picture now) {

        if (!now.isOpen(one)) {
            return problem(flow != Flow.END, "the conversation is closed");
        }

        return problem(now.agents(one).isEmpty() && now.waiting(one).isEmpty()
                && !answer.notice().contains("It stays open"), "nobody is with the customer, and nobody is coming");
    }

    private Optional<String> ofAttributes(Picture now) {

        if (!now.isOpen(one)) {
            return Optional.empty();
        }

        var attributes = now.attributes(one);

        return problem(!attributes.path("invites").isEmpty(), "an entry is left")
                .or(() -> problem(!attributes.path("survey").asString("").equals("kept"), "another key is lost"));
    }

    /** Which is what the sender's bar says. */
    private Optional<String> ofOutcome(Picture now, Floor.Row row) {

        var agents = now.agents(one);
        var isIn = agents.contains(floor.alice);

        return switch (row.state()) {
            case "DONE" -> row.kind().equals("COLD") ? problem(isIn || agents.isEmpty(), "not handed over: " + agents)
                    : problem(flow.isSending() && agents.size() != 2, "not joined: " + agents);
            case "CANCELLED", "TAKEN_BACK", "RETURNED", "DECLINED", "TIMED_OUT", "CANCELLED_ELSEWHERE", "FAILED" ->
                problem(!isIn, row.state() + ", and the sender is out")
                        .or(() -> problem(now.waiting(one).isPresent(), row.state() + ", and a task waits"));
            default -> Optional.of("the outcome is " + row.state());
        };
    }

    private Optional<String> ofAnswer(Picture now, String state) {

        if (answer.status() >= 400 && !Texts.sayWhy(answer)) {
            return Optional.of("nothing is told");
        }

        if (flow.isSending()) {
            return ofSending(now, state);
        }

        return flow.isCallingOff() ? ofCallingOff(state) : ofLeaving(now);
    }

    private Optional<String> ofSending(Picture now, String state) {

        if (answer.status() != 200) {
            return problem(!now.transferTasks(one).isEmpty() || !List.of("", "FAILED").contains(state),
                    "told that it was not sent, " + state);
        }

        return problem(state.isEmpty() || state.equals("FAILED") && !LEFT_OPEN.matcher(answer.text()).find(),
                "told that it was sent, " + state);
    }

    private Optional<String> ofCallingOff(String state) {
        return switch (answer.status()) {
            case 200, 202 -> problem(!CALLED_OFF.contains(state), "told that it was called off, " + state);
            case 409 -> problem(CALLED_OFF.contains(state), "told that it was not called off, " + state);
            default -> Optional.empty();
        };
    }

    private Optional<String> ofLeaving(Picture now) {

        var isIn = now.agents(one).contains(flow == Flow.REMOVE ? floor.bob : floor.alice);
        var said = answer.notice();

        if (answer.status() == 200) {
            return problem(isIn, "told that they are out")
                    .or(() -> problem(!isClosedLate(now) && said.contains("Conversation ended") == now.isOpen(one),
                            "open or not"));
        }

        return problem(said.contains("Nothing was changed") && (!isIn || !now.isOpen(one)),
                "told that nothing changed");
    }

    /** Which nobody could know when it was answered. */
    private boolean isClosedLate(Picture now) {
        return !now.isOpen(one) && mishap.filter(it -> it == Mishap.LATE).isPresent();
    }

    private static Optional<String> problem(boolean is, String what) {
        return is ? Optional.of(what) : Optional.empty();
    }
}
