/** What Twilio tells us by itself: checked, stored before it is answered, handled once. */
@ApplicationModule(allowedDependencies = { "twilio" })
@NullMarked
package dev.transferdesk.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
