/** What this function needs of a chat platform. */
@NullMarked
package dev.gatehouse.conversation.port;

import org.jspecify.annotations.NullMarked;
