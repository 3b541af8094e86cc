/** What becomes of a scanned frame: filtered, wrapped as a queue message, handed to the outbox. */
@NullMarked
package dev.gatehouse.bridge.forward;

import org.jspecify.annotations.NullMarked;
