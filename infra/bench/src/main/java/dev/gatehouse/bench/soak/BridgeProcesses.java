package dev.gatehouse.bench.soak;

import dev.gatehouse.bench.bridge.BridgeProcess;
import dev.gatehouse.bench.bridge.ProcessUse;
import dev.gatehouse.bench.bridge.Sender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The bridge, one process after another, and the memory of each. */
final class BridgeProcesses implements AutoCloseable {
  private static final String COMPRESSION = "zstd";
  private static final double NANOS = 1e9;

  private final Sender sender;
  private final SoakCloud cloud;
  private final List<ProcessMemory> lives = new ArrayList<>();
  private BridgeProcess current;
  private long startedNanos;

  private BridgeProcesses(Sender sender, SoakCloud cloud) throws IOException {
    this.sender = sender;
    this.cloud = cloud;
    this.current = next();
  }

  static BridgeProcesses start(Sender sender, SoakCloud cloud) throws IOException {
    return new BridgeProcesses(sender, cloud);
  }

  /** Kills the process and starts the next. */
  void kill() throws IOException, InterruptedException {
    current.close();
    current = next();
  }

  /** Fails when the process has ended by itself. */
  void check() {
    if (ProcessHandle.of(current.pid()).isEmpty()) {
      throw new IllegalStateException(
          "the bridge ended by itself; at last it said:\n"
              + String.join("\n", current.lastWords()));
    }
  }

  /** Notes the memory of now. */
  void sample() {
    double seconds = (System.nanoTime() - startedNanos) / NANOS;
    double resident = ProcessUse.residentMegabytes(current.pid());
    lives
        .getLast()
        .add(new Trend.Sample(seconds, resident), ProcessUse.peakMegabytes(current.pid()));
  }

  /** One for each process, in their order. */
  List<ProcessMemory> lives() {
    return List.copyOf(lives);
  }

  @Override
  public void close() throws InterruptedException {
    current.close();
  }

  private BridgeProcess next() throws IOException {
    startedNanos = System.nanoTime();
    lives.add(new ProcessMemory());
    return BridgeProcess.start(
        sender, cloud.proxy().address().toString(), COMPRESSION, cloud.state());
  }
}
