package dev.gatehouse.simulator.state;

import java.util.Set;

/** Who reacted with one emoji. */
public record Reaction(String emoji, Set<Long> users) {}
