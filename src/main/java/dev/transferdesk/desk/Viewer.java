package dev.transferdesk.desk;

import dev.transferdesk.directory.Presence;
import java.util.Optional;

/**
 * Who looks at the page.
 *
 * @param presence missing for a user without a worker, and while Twilio can't be asked
 * @param supervisor whether the transfers of all are theirs to see to
 * @param admin whether the settings are theirs to change
 */
record Viewer(String name, Optional<Presence> presence, boolean hasWorker, boolean supervisor,
        boolean admin) {}
