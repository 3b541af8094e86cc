package dev.gatehouse.assistant.unshown;

import java.time.Instant;

/**
 * An answer that a conversation did not take.
 *
 * @param why what the platform said
 * @param told whether the person who asked was reached elsewhere
 */
public record UnshownAnswer(Instant at, String why, boolean told) {}
