/** Finds customers with whom nobody is and to whom nobody comes, whoever caused it, and what else was left behind. */
@ApplicationModule(allowedDependencies = { "twilio", "schedule", "events", "directory", "settings", "conversation",
    "transfer" })
@NullMarked
package dev.transferdesk.watchdog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
