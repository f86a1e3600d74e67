/** Us calling Twilio: the only code that knows its client library, and the identifiers everybody uses. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.transferdesk.twilio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
