package dev.transferdesk.desk;

import dev.transferdesk.directory.Load;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.twilio.QueueFigures;
import java.util.List;
import java.util.Optional;

/**
 * One option of the transfer dialog: an agent or a queue.
 *
 * @param presence for agents only
 * @param load for agents whose figures are known
 * @param figures for queues whose figures are known
 * @param favourite whether the viewer keeps it at hand
 * @param objection why it can't be chosen, names the text {@code target.objection.NAME}; empty where it can
 */
record TargetRow(String sid, String name, boolean queue, Optional<Presence> presence, Optional<Load> load,
        List<String> skills, List<String> languages, Optional<QueueFigures> figures, boolean favourite,
        String objection) {}
