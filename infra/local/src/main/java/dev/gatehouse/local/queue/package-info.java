/** Event source mappings of queues: batches in, partial failures out. */
@NullMarked
package dev.gatehouse.local.queue;

import org.jspecify.annotations.NullMarked;
