package dev.gatehouse.simulator.state;

import org.jspecify.annotations.Nullable;

/** Which message another one answers or passes on. */
public record MessageReference(
    long messageId, long channelId, @Nullable Long guildId, boolean forwards) {}
