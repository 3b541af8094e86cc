/** Counts and durations, printed in the Prometheus text format. */
@NullMarked
package dev.gatehouse.bridge.metrics;

import org.jspecify.annotations.NullMarked;
