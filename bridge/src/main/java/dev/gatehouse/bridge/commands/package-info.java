/** Commands to the gateway: taken from a queue, sent within Discord's limits. */
@NullMarked
package dev.gatehouse.bridge.commands;

import org.jspecify.annotations.NullMarked;
