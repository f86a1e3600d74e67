/** The conversations an agent is in: who else is there, what was said, leaving and removing. */
@ApplicationModule(allowedDependencies = { "twilio", "audit", "directory", "events" })
@NullMarked
package dev.transferdesk.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
