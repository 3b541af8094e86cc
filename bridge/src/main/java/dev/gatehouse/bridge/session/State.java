package dev.gatehouse.bridge.session;

import java.time.Instant;

/** Where a session stands. */
public sealed interface State {
  /** Not begun. */
  record Idle() implements State {}

  /** Letting time pass before the next connection. */
  record Waiting(Instant until) implements State {}

  /** Waiting for its turn to identify, before it connects. */
  record AwaitingIdentify() implements State {}

  /** The WebSocket is being opened. */
  record Connecting() implements State {}

  /** The WebSocket is open. */
  sealed interface Connected extends State {}

  /** The gateway owes us a frame by the deadline: connections that go silent are real. */
  sealed interface Pending extends Connected {
    Instant deadline();
  }

  /** Op 10 is due. */
  record AwaitingHello(Instant deadline) implements Pending {}

  /** READY is due. */
  record AwaitingReady(Instant deadline) implements Pending {}

  /** The replay is under way; RESUMED ends it. */
  record AwaitingResumed(Instant deadline) implements Pending {}

  /** Events flow. */
  record Live(Instant since) implements Connected {}

  /** Disconnected until the spool has room; the gateway keeps the events. */
  record Paused() implements State {}

  /** A person must act. */
  record Halted(String whatToDo) implements State {}

  /** Ended by us, resumable. */
  record Stopped() implements State {}
}
