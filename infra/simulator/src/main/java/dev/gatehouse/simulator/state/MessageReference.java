package dev.gatehouse.simulator.state;

import org.jspecify.annotations.Nullable;

/** Which message another one answers. */
public record MessageReference(long messageId, long channelId, @Nullable Long guildId) {}
