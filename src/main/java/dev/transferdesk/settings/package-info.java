/** What an administrator decides: the switches, and what happens to a transfer. */
@ApplicationModule(allowedDependencies = { "audit" })
@NullMarked
package dev.transferdesk.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
