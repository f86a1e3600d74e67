/** Who is signed in, which worker they are, and what they may call. */
@ApplicationModule(allowedDependencies = { "twilio", "audit" })
@NullMarked
package dev.transferdesk.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
