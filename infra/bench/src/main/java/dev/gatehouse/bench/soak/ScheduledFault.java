package dev.gatehouse.bench.soak;

import java.time.Duration;

/**
 * A fault and its time.
 *
 * @param at from the beginning of the soak; it may have to wait for its occasion
 */
record ScheduledFault(Duration at, Fault fault) {}
