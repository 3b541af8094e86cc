package dev.gatehouse.bench.soak;

import dev.gatehouse.bench.bridge.Sender;
import java.io.IOException;

/** The processes of a soak. */
record SoakProcesses(Sender sender, QueueProxy queue, BridgeProcesses bridges)
    implements FaultTarget {
  @Override
  public boolean isConnected() throws IOException, InterruptedException {
    return sender.isConnected();
  }

  @Override
  public void order(String fault) throws IOException, InterruptedException {
    sender.fault(fault);
  }

  @Override
  public void setQueue(QueueProxy.Mode mode) {
    queue.set(mode);
  }

  @Override
  public void kill() throws IOException, InterruptedException {
    bridges.kill();
  }
}
