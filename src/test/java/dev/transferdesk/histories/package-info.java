/** Random histories of a small contact centre, replayed from a seed, and what has to hold after each. */
@NullMarked
package dev.transferdesk.histories;

import org.jspecify.annotations.NullMarked;
