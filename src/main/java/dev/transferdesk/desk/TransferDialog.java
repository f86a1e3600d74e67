package dev.transferdesk.desk;

import dev.transferdesk.twilio.TaskSid;
import java.util.UUID;

/**
 * The dialog that asks for a target.
 *
 * @param request makes a repeated POST the same one
 * @param ladder what happens if nobody answers
 * @param objection why nothing can be sent at the moment, names the text {@code objection.NAME}; empty where it can
 */
record TransferDialog(TaskSid task, String customer, boolean coldTransfer, boolean invite, UUID request, int noteLimit,
        DialogLadder ladder, String objection) {}
