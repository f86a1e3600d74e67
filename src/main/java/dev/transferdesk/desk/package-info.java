/** The pages that agents and administrators see. */
@ApplicationModule(allowedDependencies = { "twilio", "audit", "settings", "identity", "directory", "routing",
    "conversation", "transfer", "events", "watchdog", "live" })
@NullMarked
package dev.transferdesk.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
