/** A stand-in for Discord: REST, gateway, interaction webhooks and a chat page on one port. */
@NullMarked
package dev.gatehouse.simulator;

import org.jspecify.annotations.NullMarked;
