package dev.gatehouse.simulator.http;

/** Where a stream's events go. Never blocks; events to a client that is gone are dropped. */
public interface EventSink {

  /** Sends one event's JSON. */
  void send(byte[] json);
}
