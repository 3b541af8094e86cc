/** Takes events over from the gateway and puts them on the queue: spool, batches, retries. */
@NullMarked
package dev.gatehouse.bridge.outbox;

import org.jspecify.annotations.NullMarked;
