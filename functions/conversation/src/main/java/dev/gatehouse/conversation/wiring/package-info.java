/** Settings, and the objects made of them. */
@NullMarked
package dev.gatehouse.conversation.wiring;

import org.jspecify.annotations.NullMarked;
