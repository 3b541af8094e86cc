package dev.gatehouse.bridge.session;

import java.util.Optional;

/** What the shell around a session has to do, in order. */
public sealed interface Action {
  /**
   * Open a WebSocket.
   *
   * @param resumeUrl where to; empty for the URL of {@code /gateway/bot}
   */
  record Connect(Optional<String> resumeUrl) implements Action {}

  /** Ask the identify gate without waiting; its answer is an input. */
  record RequestIdentify() implements Action {}

  /** Send a payload. */
  record Send(Outgoing payload) implements Action {}

  /**
   * Close the WebSocket.
   *
   * @param why for the log
   */
  record Close(CloseCode code, String why) implements Action {}

  /** Pass the dispatch that came in on to its consumers. */
  record Forward() implements Action {}

  /** Drop the dispatch that came in: it was passed on before the replay. */
  record DropDuplicate() implements Action {}

  /** Remember the new session. */
  record SessionStarted(String sessionId, String resumeUrl) implements Action {}

  /** Note that the replay is complete. */
  record SessionResumed() implements Action {}

  /** Say that events may be missing: the gateway gave the session up. */
  record SessionLost(String sessionId) implements Action {}

  /**
   * Give up until a person has acted.
   *
   * @param whatToDo the reason and the remedy
   */
  record Halt(String whatToDo) implements Action {}
}
