package dev.gatehouse.simulator.state;

import org.jspecify.annotations.Nullable;

/**
 * A file of a message.
 *
 * @param size in bytes
 * @param path where the simulator serves it
 * @param seconds how long a voice message lasts
 */
public record Attachment(
    long id,
    String filename,
    @Nullable String description,
    String contentType,
    int size,
    String path,
    boolean ephemeral,
    @Nullable Double seconds) {}
