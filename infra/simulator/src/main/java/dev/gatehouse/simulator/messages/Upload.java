package dev.gatehouse.simulator.messages;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message.
 *
 * @param seconds how long a voice message lasts
 */
public record Upload(
    int index, String filename, String contentType, byte[] bytes, @Nullable Double seconds) {}
