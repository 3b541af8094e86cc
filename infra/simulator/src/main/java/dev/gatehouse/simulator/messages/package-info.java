/** From a client's message body to a message in the state. */
@NullMarked
package dev.gatehouse.simulator.messages;

import org.jspecify.annotations.NullMarked;
