package dev.transferdesk.desk;

import dev.transferdesk.conversation.Customer;
import dev.transferdesk.conversation.Line;
import dev.transferdesk.twilio.TaskSid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The selected conversation.
 *
 * @param since when the viewer took it
 * @param bars transfers to be told about: under way, or ended a moment ago
 * @param history all transfers of this conversation, newest first
 */
record TaskView(TaskSid task, Customer customer, Instant since, Actions actions, List<Progress> bars,
        List<PersonRow> people, List<InviteRow> invites, List<Line> lines, boolean hasEarlier,
        List<Progress> history) {

    /** The index of the newest message shown, -1 where there is none. */
    public int lastIndex() {
        return lines.isEmpty() ? -1 : lines.getLast().index();
    }

    /** Customers and agents count; several recipients of one e-mail are one customer. */
    public long count() {
        return people.size();
    }

    /**
     * @param transfer whether the dialog may be opened at all
     * @param coldTransfer whether it offers to transfer
     * @param invite whether it offers to invite
     * @param transferObjection why not, names the text {@code objection.NAME}; empty where nothing speaks against it
     * @param participants whether the Participants tab and its actions are there
     * @param leave whether leaving is called Leave (others stay or come) rather than End
     * @param leaveObjection why neither can be done now; empty where it can
     * @param leaveWarning whether the customer would be left with nobody but a pending invite
     */
    record Actions(boolean transfer, boolean coldTransfer, boolean invite, String transferObjection,
            boolean participants, boolean leave, String leaveObjection, boolean leaveWarning) {}

    /** @param participant SID for removing them; missing where that can't be done */
    record PersonRow(String name, boolean agent, boolean you, Optional<Instant> joinedAt,
            Optional<String> participant) {}

    /**
     * @param invitedTask what a cancel is addressed to
     * @param by who invited; empty where somebody on the Flex plug-in did
     */
    record InviteRow(String invitedTask, String target, boolean queue, Optional<Instant> since, String by) {}
}
