/** What arrives on the events queue, and what it means for us. */
@NullMarked
package dev.gatehouse.conversation.event;

import org.jspecify.annotations.NullMarked;
