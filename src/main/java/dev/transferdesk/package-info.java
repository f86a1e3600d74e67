@NullMarked
package dev.transferdesk;

import org.jspecify.annotations.NullMarked;
