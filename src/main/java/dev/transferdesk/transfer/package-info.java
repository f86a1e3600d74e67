/** Hands a conversation to somebody else: what forbids it, what is done, what became of it. */
@ApplicationModule(allowedDependencies = { "schedule", "events", "twilio", "audit", "settings", "identity", "directory",
    "routing",
    "conversation" })
@NullMarked
package dev.transferdesk.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
