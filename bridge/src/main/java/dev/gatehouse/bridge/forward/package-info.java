/** The way of an event from a scanned frame into the outbox. */
@NullMarked
package dev.gatehouse.bridge.forward;

import org.jspecify.annotations.NullMarked;
