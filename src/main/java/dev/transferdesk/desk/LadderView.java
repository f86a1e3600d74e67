package dev.transferdesk.desk;

import dev.transferdesk.desk.LadderCheck.Complaint;
import dev.transferdesk.settings.StandardLadder;
import java.util.List;
import java.util.Map;

/**
 * The form of the ladder.
 *
 * @param complaints what is wrong, by the names of the fields
 * @param outdated whether somebody else changed the ladder since the page showed it
 */
record LadderView(LadderForm form, Map<String, Complaint> complaints, boolean outdated) {

    static LadderView of(StandardLadder ladder) {
        return new LadderView(LadderForm.of(ladder), Map.of(), false);
    }

    /** With what is wrong with it. */
    static LadderView of(LadderForm form, Map<String, Complaint> complaints) {
        return new LadderView(form, complaints, false);
    }

    /** With what was typed. Sent once more, it replaces what the other one has set. */
    static LadderView outdated(LadderForm form, StandardLadder present) {
        return new LadderView(new LadderForm(present.text(), form.values()), Map.of(), true);
    }

    /** Where the first thing is that needs another try; empty where nothing does. */
    public String firstWrong() {
        return form.values().keySet().stream().filter(complaints::containsKey).findFirst().orElse("");
    }

    /** The numbers of the further rungs. */
    public List<Integer> rungs() {
        return LadderForm.rungs();
    }
}
