/** TaskRouter's expression language, and how a workflow leads a task from target to target. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.transferdesk.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
