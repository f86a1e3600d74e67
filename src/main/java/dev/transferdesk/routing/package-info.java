/** The contract with the TaskRouter workflow: what a transfer's task says, and whether the workflow listens. */
@ApplicationModule(allowedDependencies = { "twilio", "workflow" })
@NullMarked
package dev.transferdesk.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
