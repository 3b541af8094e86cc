package dev.gatehouse.bridge.session;

/**
 * A session that can be resumed.
 *
 * @param durable the sequence number up to which the queue holds everything
 */
public record Resumable(String sessionId, String resumeUrl, long durable) {}
