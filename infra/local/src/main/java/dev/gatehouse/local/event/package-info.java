/** Signs the stored events anew, since a signature is good for minutes only. */
@NullMarked
package dev.gatehouse.local.event;

import org.jspecify.annotations.NullMarked;
