package dev.transferdesk.soak;

import dev.transferdesk.soak.Ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What must hold of a conversation whatever happened to the desk meanwhile. */
record Checks(Journey journey, Scene scene, List<Entry> transfers, People people) {

    /** What does not hold. */
    List<String> faults() {

        var faults = new ArrayList<String>();

        customer().ifPresent(faults::add);
        tasks().ifPresent(faults::add);
        entries().ifPresent(faults::add);
        others().ifPresent(faults::add);

        if (transfers.size() > 1) {
            faults.add("one click made %d transfers".formatted(transfers.size()));
        }
        transfers.forEach(it -> faults.addAll(faultsOf(it)));

        return faults;
    }

    private Optional<String> customer() {

        var at = journey.at();
        var alone = scene.isOpen(at) && scene.agentsIn(at).isEmpty() && scene.waiting(at).isEmpty();

        return when(alone, "the customer is alone and nobody is coming");
    }

    private Optional<String> tasks() {

        var waiting = scene.waiting(journey.at());
        var taken = scene.taken(journey.at());

        return when(waiting.size() + taken.size() > 1, "more than one task: waiting %s, taken %s".formatted(waiting,
                taken));
    }

    private Optional<String> entries() {

        var left = new ArrayList<>(scene.entries(journey.at()));
        left.removeAll(scene.waiting(journey.at()));

        return when(scene.isOpen(journey.at()) && !left.isEmpty(), "invite entries without a task: " + left);
    }

    private Optional<String> others() {

        var now = ((ObjectNode) scene.conversation(journey.at()).get("attributes")).deepCopy();
        var before = ((ObjectNode) journey.others()).deepCopy();
        now.remove("invites");
        before.remove("invites");

        return when(!now.equals(before), "attributes were %s and are %s".formatted(before, now));
    }

    private List<String> faultsOf(Entry transfer) {

        var faults = new ArrayList<String>();
        var taken = !scene.taken(journey.at()).isEmpty();

        if (!transfer.isDone()) {
            faults.add("the transfer is not done: " + transfer);
        }
        if (taken != List.of("ACCEPTED", "DONE", "RETURNED").contains(transfer.state())) {
            faults.add("it is on record as %s, and was %s".formatted(transfer.state(), taken ? "taken" : "not taken"));
        }
        sender(transfer, taken).ifPresent(faults::add);
        when(people.told(journey, transfer.id()).isBlank(), "the sender is not told").ifPresent(faults::add);

        return faults;
    }

    private Optional<String> sender(Entry transfer, boolean taken) {

        var there = scene.agentsIn(journey.at()).contains(people.alice);

        return switch (journey.flow().click) {
            case TRANSFER -> taken ? when(there && !transfer.state().equals("RETURNED"), "the sender is still in")
                    : when(!there, "the sender is out, and nobody came");
            case INVITE -> when(!there, "the sender is out");
            case LEAVE -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean faulty, String fault) {
        return faulty ? Optional.of(fault) : Optional.empty();
    }
}
