package dev.gatehouse.simulator.state;

import java.time.Instant;
import java.util.List;

/**
 * A user's membership of a guild.
 *
 * @param roles the ids of its roles, without everyone's
 */
public record Member(User user, Instant joinedAt, List<Long> roles) {}
