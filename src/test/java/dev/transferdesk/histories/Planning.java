package dev.transferdesk.histories;

import dev.transferdesk.histories.Trouble.Fault;
import dev.transferdesk.histories.Trouble.Plan;
import java.util.List;
import java.util.Random;

/** Decides what goes wrong during an operation. */
final class Planning {

    private static final List<String> FAILING = List.of("interactions.invite", "interactions.invite",
            "interactions.close", "interactions.close", "tasks.cancel", "tasks.cancel",
            "conversations.replaceAttributes",
            "interactions.invites", "interactions.participants", "conversations.fetch", "conversations.members",
            "tasks.find", "tasks.reservationsOf", "tasks.accept");

    private Planning() {}

    static Plan of(Random chance, Runnable meanwhile) {

        var plan = new Plan();
        var kind = chance.nextInt(20);

        if (kind < 4) {
            plan.dyingBeforeEffect(1 + chance.nextInt(14));
        } else if (kind < 9) {
            var operation = FAILING.get(chance.nextInt(FAILING.size()));
            var times = 1 + chance.nextInt(2);
            for (var i = 0; i < times; i++) {
                plan.failing(operation, Fault.values()[chance.nextInt(Fault.values().length)]);
            }
        } else if (kind < 11) {
            plan.between(1 + chance.nextInt(12), meanwhile);
        } else if (kind < 14) {
            plan.meanwhile(1 + chance.nextInt(9), meanwhile);
        }

        return plan;
    }
}
