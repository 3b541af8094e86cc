package dev.gatehouse.bridge.session;

import java.time.Instant;

/** Where a session stands. */
public sealed interface SessionState {
  /** Not begun. */
  record Idle() implements SessionState {}

  /** Letting time pass before the next connection. */
  record Waiting(Instant until) implements SessionState {}

  /** The WebSocket is being opened. */
  record Connecting() implements SessionState {}

  /** The WebSocket is open. */
  sealed interface Connected extends SessionState {}

  /** The gateway owes us a frame by the deadline: connections that go silent are real. */
  sealed interface Pending extends Connected {
    Instant deadline();
  }

  /** Op 10 is due. */
  record AwaitingHello(Instant deadline) implements Pending {}

  /** The identify gate has been asked, and has not answered yet. */
  record AwaitingIdentify() implements Connected {}

  /** No slot to identify is free; the gate is asked again at that time. */
  record AwaitingSlot(Instant at) implements Connected {}

  /** READY is due. */
  record AwaitingReady(Instant deadline) implements Pending {}

  /** The replay is under way; RESUMED ends it. */
  record AwaitingResumed(Instant deadline) implements Pending {}

  /** Events flow. */
  record Live(Instant since) implements Connected {}

  /** Disconnected until the spool has room; the gateway keeps the events. */
  record Paused() implements SessionState {}

  /** A person must act. */
  record Halted(String whatToDo) implements SessionState {}

  /** Ended by us, resumable. */
  record Stopped() implements SessionState {}
}
