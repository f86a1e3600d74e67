package dev.transferdesk.desk;

import dev.transferdesk.twilio.TaskSid;
import java.util.UUID;

/**
 * The dialog that asks for a target.
 *
 * @param request makes a repeated POST the same one
 * @param objection why nothing can be sent at the moment, names the text {@code objection.NAME}; empty where it can
 */
record TransferDialog(TaskSid task, String customer, boolean coldTransfer, boolean invite, UUID request, int noteLimit,
        String objection) {}
