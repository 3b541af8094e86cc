package dev.gatehouse.bridge.session;

import java.time.Duration;
import java.time.Instant;

/** Something that happened to a session. */
public sealed interface SessionEvent {
  /** The session is to begin. */
  record Start() implements SessionEvent {}

  /** Time has passed; due timers fire. */
  record Tick() implements SessionEvent {}

  /** The WebSocket is open. */
  record Connected() implements SessionEvent {}

  /** The WebSocket could not be opened. */
  record ConnectFailed() implements SessionEvent {}

  /** The WebSocket is gone. */
  record Disconnected(int code) implements SessionEvent {
    /** No close frame came: a broken connection. */
    public static final int NO_CODE = 0;
  }

  /** A frame of the gateway, which shows that it lives. */
  sealed interface Frame extends SessionEvent {}

  /** What came cannot be read: after a resume, the same bytes would come again. */
  record Unreadable() implements SessionEvent {}

  /** Op 10. */
  record Hello(Duration heartbeatInterval) implements Frame {
    public Hello {
      if (!heartbeatInterval.isPositive()) {
        throw new IllegalArgumentException(
            "heartbeat_interval: must be above 0, was " + heartbeatInterval.toMillis());
      }
    }
  }

  /** Op 1 from the gateway: it wants a heartbeat at once. */
  record HeartbeatRequested() implements Frame {}

  /** Op 7. */
  record ReconnectRequested() implements Frame {}

  /** Op 9. */
  record SessionInvalidated(boolean resumable) implements Frame {}

  /** Op 0 of any event but READY and RESUMED. */
  record Dispatched(long sequence) implements Frame {}

  /**
   * Op 0 READY: a new session began.
   *
   * @param userId our own user's id; 0 when it is missing
   */
  record Ready(long sequence, String sessionId, String resumeUrl, long userId) implements Frame {}

  /** Op 0 READY that was above the limit, so that it is not known which session began. */
  record ReadyTooLarge() implements Frame {}

  /** Op 0 RESUMED: the replay is complete. */
  record Resumed(long sequence) implements Frame {}

  /** Op 11. */
  record HeartbeatAcknowledged() implements Frame {}

  /** Any other frame, or a malformed one. */
  record Heard() implements Frame {}

  /** The queue holds everything of this session up to this sequence number. */
  record DurableMoved(long sequence) implements SessionEvent {}

  /** This shard has a slot to identify now. */
  record IdentifyGranted() implements SessionEvent {}

  /** No slot to identify is free, or the budget of identifies is spent. */
  record IdentifyRefused(Instant retryAt) implements SessionEvent {}

  /** There is no room for another event. */
  record SpoolFilled() implements SessionEvent {}

  /** There is room again. */
  record SpoolDrained() implements SessionEvent {}

  /** The session ends here, to be resumed by whoever comes next. */
  record Stop() implements SessionEvent {}
}
