package dev.gatehouse.bridge.shard;

import java.time.Instant;

/**
 * One moment on three clocks.
 *
 * @param steady never jumps, whatever happens to the wall clock; for timers
 * @param wallMillis milliseconds since the epoch; for people and other machines
 * @param nanos monotonic; for durations
 */
public record Moment(Instant steady, long wallMillis, long nanos) {}
