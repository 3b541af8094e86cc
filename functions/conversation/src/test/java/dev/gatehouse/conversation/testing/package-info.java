/** The function on ports in memory, and payloads as Discord sends them. */
@NullMarked
package dev.gatehouse.conversation.testing;

import org.jspecify.annotations.NullMarked;
