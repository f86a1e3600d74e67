/** Tells open pages that something which concerns them has happened. */
@ApplicationModule(allowedDependencies = { "events", "twilio", "settings", "transfer", "identity" })
@NullMarked
package dev.transferdesk.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
