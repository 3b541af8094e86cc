/** Lets a piece of work happen once, however often its message is delivered. */
@NullMarked
package dev.gatehouse.cloud.once;

import org.jspecify.annotations.NullMarked;
