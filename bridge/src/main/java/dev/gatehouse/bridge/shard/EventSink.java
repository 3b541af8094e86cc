package dev.gatehouse.bridge.shard;

import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.SessionAction;

/** Where a shard's events go. Called by the shard's own thread; must never make it wait. */
public interface EventSink {
  /** Whether another event may come. */
  boolean hasRoom();

  /** Whether it is worth connecting again after there was no room. */
  boolean isDrained();

  /** The sequence number up to which the present session's events are durable. */
  long durable();

  /** A new session began; its events follow. */
  void started(SessionAction.SessionStarted session, Clocks.Timestamps at);

  /**
   * An event came.
   *
   * @param frame the scanned bytes, valid during the call only
   */
  void forward(Scan scan, byte[] frame, Clocks.Timestamps at);

  /** An event came that is above the limit: it is lost. */
  void passOver(long sequence);

  /** No more events have arrived for now. */
  void caughtUp();

  /** An event came once more, in a replay. */
  void duplicate();

  /** The gateway gave the session up: events may be missing. */
  void lost(String sessionId, Clocks.Timestamps at);
}
