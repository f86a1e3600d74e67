/** Who changed what, and when. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.transferdesk.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
