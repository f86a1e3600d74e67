/** The switches that an administrator can throw. */
@ApplicationModule(allowedDependencies = { "audit" })
@NullMarked
package dev.transferdesk.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
