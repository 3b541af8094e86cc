/** Where we were called, and how far we have read there. */
@NullMarked
package dev.gatehouse.conversation.place;

import org.jspecify.annotations.NullMarked;
