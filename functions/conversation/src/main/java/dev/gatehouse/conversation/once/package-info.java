/** Doing things once, whatever is delivered twice and whoever crashes. */
@NullMarked
package dev.gatehouse.conversation.once;

import org.jspecify.annotations.NullMarked;
