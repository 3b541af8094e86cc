package dev.gatehouse.bridge.session;

import java.util.Optional;

/** What the shell around a session has to do, in order. */
public sealed interface SessionAction {
  /**
   * Open a WebSocket.
   *
   * @param resumeUrl where to; empty for the URL of {@code /gateway/bot}
   */
  record Connect(Optional<String> resumeUrl) implements SessionAction {}

  /** Ask the identify gate without waiting; its answer is an event. */
  record RequestIdentify() implements SessionAction {}

  /** Send a payload. */
  record Send(GatewayPayload payload) implements SessionAction {}

  /**
   * Close the WebSocket.
   *
   * @param why for the log
   */
  record Close(int code, String why) implements SessionAction {}

  /** Pass the dispatch that came in on to its consumers. */
  record Forward() implements SessionAction {}

  /** The same with one that came behind its successors. */
  record ForwardLate() implements SessionAction {}

  /** Drop the dispatch that came in: it was passed on before the replay. */
  record DropDuplicate() implements SessionAction {}

  /**
   * Remember the new session.
   *
   * @param userId our own user's id; 0 when READY did not tell it
   */
  record SessionStarted(String sessionId, String resumeUrl, long userId) implements SessionAction {}

  /** Note that the replay is complete. */
  record SessionResumed() implements SessionAction {}

  /** Say that events may be missing: the gateway gave the session up. */
  record SessionLost(String sessionId) implements SessionAction {}

  /**
   * Give up until a person has acted.
   *
   * @param whatToDo the reason and the remedy
   */
  record Halt(String whatToDo) implements SessionAction {}
}
