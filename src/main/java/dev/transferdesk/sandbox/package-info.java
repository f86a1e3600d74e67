/** A local server that speaks Twilio's HTTP, so that everything can be tried without an account. */
@NullMarked
@ApplicationModule(allowedDependencies = "workflow")
package dev.transferdesk.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
