/** What arrives on the events queue, and the request that it makes. */
@NullMarked
package dev.gatehouse.conversation.event;

import org.jspecify.annotations.NullMarked;
