package dev.gatehouse.llm.model;

import java.time.Instant;

/**
 * The terms of one call.
 *
 * @param deadline when the caller gives up; no retry starts that could not end before it
 * @param cancellation ends the stream early
 */
public record CallOptions(Instant deadline, Cancellation cancellation) {}
