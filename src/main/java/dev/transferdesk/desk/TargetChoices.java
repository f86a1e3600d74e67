package dev.transferdesk.desk;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.twilio.AtOnce;
import dev.transferdesk.twilio.TwilioException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The queues and agents that a rung of the ladder can be, by name.
 *
 * @param complete not so while Twilio can't be asked: nothing is said then of a target that is missing here
 */
record TargetChoices(List<Choice> queues, List<Choice> agents, boolean complete) {

    private static final int MOST_AGENTS = 300;

    record Choice(String sid, String name) {}

    static TargetChoices in(Directory directory) {
        try {
            var workers = AtOnce.begin(directory::workers);
            var queues = directory.queues().stream().map(it -> new Choice(it.sid().value(), it.name())).toList();
            var agents = workers.get().stream().map(it -> new Choice(it.sid().value(), it.name())).toList();
            return new TargetChoices(queues, agents, true);
        } catch (TwilioException unavailable) {
            return new TargetChoices(List.of(), List.of(), false);
        }
    }

    /** Nobody hands a conversation to whom it is with. */
    TargetChoices without(String agent) {
        return new TargetChoices(queues, agents.stream().filter(it -> !it.sid().equals(agent)).toList(), complete);
    }

    /** Only those with such names. */
    TargetChoices within(Predicate<String> agents, Predicate<String> queues) {
        return new TargetChoices(this.queues.stream().filter(it -> queues.test(it.name())).toList(),
                this.agents.stream().filter(it -> agents.test(it.name())).toList(), complete);
    }

    /**
     * Where there are more agents than anybody looks through, only those for whom this holds: the list is in the page once
     * for each rung.
     */
    TargetChoices ofManyAgents(Predicate<String> own) {
        return agents.size() <= MOST_AGENTS ? this
                : new TargetChoices(queues, agents.stream().filter(it -> own.test(it.sid())).toList(), complete);
    }

    /** Whether it is among them. */
    public boolean has(String sid) {
        return all().anyMatch(it -> it.sid().equals(sid));
    }

    /** Whether Twilio says that there is no such target, or none any more. */
    public boolean lacks(String sid) {
        return complete && !sid.isEmpty() && !has(sid);
    }

    /** The SID where there is no name. */
    public String nameOf(String sid) {
        return all().filter(it -> it.sid().equals(sid)).findFirst().map(Choice::name).orElse(sid);
    }

    private Stream<Choice> all() {
        return Stream.concat(queues.stream(), agents.stream());
    }
}
