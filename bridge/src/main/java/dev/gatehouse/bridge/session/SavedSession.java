package dev.gatehouse.bridge.session;

import java.time.Instant;

/**
 * What has to be known of a session to resume it, also in another process.
 *
 * @param resumeUrl where Discord wants it resumed
 * @param userId our own user's id, which only READY tells; 0 when it is not known
 * @param durable the queue holds every event up to this sequence number
 * @param durableAt when that number was reached
 */
public record SavedSession(
    String sessionId, String resumeUrl, long userId, long durable, Instant durableAt) {}
