package dev.transferdesk.soak;

import dev.transferdesk.soak.Ledger.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What must hold of a conversation in the end, whatever happened to the desk meanwhile. */
record Checks(Journey journey, Scene scene, List<Entry> transfers, Ledger ledger, String alice) {

    static Checks of(Journey journey, Scene scene, Ledger ledger, People people) {
        return new Checks(journey, scene, ledger.of(journey), ledger, people.alice);
    }

    /** What does not hold. */
    List<String> faults() {
        return Stream.of(Stream.of(customer(), tasks(), entries(), others(), clicks()),
                transfers.stream().flatMap(this::faultsOf))
                .flatMap(it -> it)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> customer() {
        return when(scene.isAlone(journey.at()), "the customer is alone and nobody is coming");
    }

    private Optional<String> tasks() {

        var waiting = scene.waiting(journey.at());
        var takers = scene.takers(journey.at());

        return when(waiting.size() + takers.size() > 1,
                "several tasks: %s waiting, others taken by %s".formatted(waiting, takers));
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

        return when(!now.equals(before), "the attributes were %s and are %s".formatted(before, now));
    }

    private Optional<String> clicks() {

        var asked = transfers.stream().filter(Entry::hasSender).count();

        return when(asked > 1, "one click made %d transfers".formatted(asked));
    }

    private Stream<Optional<String>> faultsOf(Entry transfer) {
        return Stream.concat(Stream.of(when(!transfer.isDone(), "not done: " + transfer), outcome(transfer)),
                transfer.hasSender() ? Stream.of(sender(transfer), step(transfer)) : Stream.empty());
    }

    private Optional<String> outcome(Entry transfer) {

        var state = transfer.state();
        var isUnsent = scene.invited(journey.at()).findAny().isEmpty();
        var possible = state.equals("FAILED") ? isUnsent
                : journey.flow().outcomes.contains(state) && (isUnsent || !state.equals("UNDONE"));
        var takers = scene.takers(journey.at());
        var isTaken = takers.stream().anyMatch(it -> !it.equals(alice));

        return when(!possible || isTaken != state.equals("DONE") || state.equals("RETURNED") && takers.isEmpty(),
                "on record as %s, and was taken by %s".formatted(state, takers));
    }

    private Optional<String> sender(Entry transfer) {

        var isIn = scene.agentsIn(journey.at()).contains(alice);
        var shouldBe = !transfer.kind().equals("COLD") || !transfer.state().equals("DONE");

        return when(isIn != shouldBe, isIn ? "the sender is still in" : "the sender is out");
    }

    /** Its steps say how it came to its outcome. */
    private Optional<String> step(Entry transfer) {

        var possible = switch (transfer.state()) {
            case "DONE", "RETURNED" -> Set.of("ACCEPTED");
            case "TAKEN_BACK" -> Set.of("CANCELLED", "ACCEPTED");
            default -> Set.of(transfer.state());
        };

        return when(Collections.disjoint(ledger.kindsOfSteps(transfer), possible), "no step says " + possible);
    }

    private static Optional<String> when(boolean faulty, String fault) {
        return faulty ? Optional.of(fault) : Optional.empty();
    }
}
