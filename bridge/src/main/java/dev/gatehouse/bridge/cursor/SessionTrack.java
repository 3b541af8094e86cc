package dev.gatehouse.bridge.cursor;

import dev.gatehouse.bridge.outbox.QueuedEvent;
import java.time.Instant;
import java.time.InstantSource;

/** The progress of one session's events towards the queue. Safe for use by several threads. */
final class SessionTrack implements QueuedEvent.Delivery {
  private final String sessionId;
  private final String resumeUrl;
  private final long userId;
  private final InstantSource time;
  private final AckWindow window;
  private long lastDurable;
  private Instant durableAt;

  SessionTrack(SavedSession start, InstantSource time) {
    this.sessionId = start.sessionId();
    this.resumeUrl = start.resumeUrl();
    this.userId = start.userId();
    this.time = time;
    this.window = new AckWindow(start.durable());
    this.lastDurable = start.durable();
    this.durableAt = start.durableAt();
  }

  String sessionId() {
    return sessionId;
  }

  void arrived(long sequence) {
    window.arrived(sequence);
  }

  @Override
  public void delivered(long sequence) {
    window.settled(sequence);
  }

  /** Whether every event that came is settled. */
  boolean isSettled() {
    return window.contiguous() >= window.newest();
  }

  long durable() {
    return window.contiguous();
  }

  long newest() {
    return window.newest();
  }

  /** The state to remember. The time moves on only while the number does. */
  synchronized SavedSession snapshot() {
    long durable = window.contiguous();
    if (durable > lastDurable) {
      lastDurable = durable;
      durableAt = time.instant();
    }
    return new SavedSession(sessionId, resumeUrl, userId, durable, durableAt);
  }
}
