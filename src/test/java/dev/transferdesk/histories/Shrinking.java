package dev.transferdesk.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out of a history what its complaint does not need. */
final class Shrinking {

    private Shrinking() {}

    static List<Step> of(long seed, List<Step> steps) {

        var kind = kindOf(History.complaint(seed, steps));
        var shortest = steps;
        var removed = true;

        while (removed) {
            removed = false;
            for (var i = shortest.size() - 1; i >= 0; i--) {
                var without = new ArrayList<>(shortest);
                without.remove(i);
                if (kindOf(History.complaint(seed, without)).equals(kind)) {
                    shortest = without;
                    removed = true;
                }
            }
        }

        return shortest;
    }

    /** Without what differs from history to history. */
    static String kindOf(String complaint) {
        return complaint.replaceAll("\\b(WT|WR|CH)[0-9a-f]{32}", "$1")
                .replaceAll("\\br\\d+\\b", "r")
                .replaceAll("k\\d = v\\d+", "k")
                .replaceAll("ALICE|BOB|CAROL|DAN|ERIN", "X")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("Wanda|Xaver", "W");
    }

    private static String kindOf(Optional<String> complaint) {
        return complaint.map(Shrinking::kindOf).orElse("");
    }
}
