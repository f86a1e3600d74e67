/** How fast the desk is where it is large. Asked for with {@code -Pbench}; prints what it has measured. */
@NullMarked
package dev.transferdesk.bench;

import org.jspecify.annotations.NullMarked;
