/** Twilio calling us: what has happened there. */
@ApplicationModule(allowedDependencies = { "twilio" })
@NullMarked
package dev.transferdesk.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
