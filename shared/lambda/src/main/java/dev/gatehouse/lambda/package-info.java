/**
 * What functions do alike: what is done ahead of the first event and what waits for it, batches of
 * a queue in, partial failures out.
 */
@NullMarked
package dev.gatehouse.lambda;

import org.jspecify.annotations.NullMarked;
