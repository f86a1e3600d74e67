/** The pages that agents and administrators see. */
@ApplicationModule(allowedDependencies = { "twilio", "settings", "identity", "directory", "conversation", "transfer" })
@NullMarked
package dev.transferdesk.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
