/** Process start to the first deferred response, under a local Runtime API. */
@NullMarked
package dev.gatehouse.bench.coldstart;

import org.jspecify.annotations.NullMarked;
