package dev.gatehouse.bench.soak;

import java.io.IOException;

/** What faults are played on. */
interface FaultTarget {
  /** Whether a bridge receives events. */
  boolean isConnected() throws IOException, InterruptedException;

  /** Has the simulator do something, as {@code POST /control/faults} takes it. */
  void order(String fault) throws IOException, InterruptedException;

  /** How the bridge's way to the queue is from now on. */
  void setQueue(QueueProxy.Mode mode);

  /** SIGKILL to the bridge, and another one in its place. */
  void kill() throws IOException, InterruptedException;
}
