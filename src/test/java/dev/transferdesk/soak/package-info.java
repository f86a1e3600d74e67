/** What happens to transfers when the process that carries them out is killed. */
@NullMarked
package dev.transferdesk.soak;

import org.jspecify.annotations.NullMarked;
