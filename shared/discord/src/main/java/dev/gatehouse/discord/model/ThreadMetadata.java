package dev.gatehouse.discord.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of a thread. */
public record ThreadMetadata(
    boolean archived,
    int autoArchiveDuration,
    @Nullable Instant archiveTimestamp,
    boolean locked,
    boolean invitable) {}
