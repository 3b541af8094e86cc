/**
 * What functions that SQS calls do alike: what waits for the first event, batches in, partial
 * failures out.
 */
@NullMarked
package dev.gatehouse.lambda;

import org.jspecify.annotations.NullMarked;
