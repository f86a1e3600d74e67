/** What has to be gone on with at a certain time, kept in the database so that no crash forgets it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.transferdesk.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
