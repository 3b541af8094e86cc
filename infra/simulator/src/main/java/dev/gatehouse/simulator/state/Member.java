package dev.gatehouse.simulator.state;

import java.time.Instant;

/** A user's membership of a guild. */
public record Member(User user, Instant joinedAt) {}
