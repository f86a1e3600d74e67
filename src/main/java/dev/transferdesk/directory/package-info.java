/** The workers and queues that a conversation can go to. */
@ApplicationModule(allowedDependencies = { "twilio", "events" })
@NullMarked
package dev.transferdesk.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
