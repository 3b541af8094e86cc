package dev.gatehouse.bench.soak;

import dev.gatehouse.bench.bridge.ChildProcess;
import dev.gatehouse.bench.bridge.Credentials;
import dev.gatehouse.bench.bridge.ElasticMqMain;
import dev.gatehouse.bench.bridge.StateTable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** ElasticMQ in a process of its own, behind a proxy for the bridge, and DynamoDB Local in this. */
final class SoakCloud implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SINK = "sink ";

  private final ChildProcess queue;
  private final URI queueAddress;
  private final QueueProxy proxy;
  private final StateTable table;

  private SoakCloud(ChildProcess queue, URI queueAddress, QueueProxy proxy, StateTable table) {
    this.queue = queue;
    this.queueAddress = queueAddress;
    this.proxy = proxy;
    this.table = table;
  }

  static SoakCloud start() throws Exception {
    List<String> flags =
        List.of("-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED");
    ChildProcess queue =
        ChildProcess.start(ChildProcess.java(flags, ElasticMqMain.class), Credentials.ENVIRONMENT);
    String said = queue.await(line -> line.startsWith(SINK), PATIENCE);
    URI address = URI.create(said.substring(SINK.length()).strip());
    return new SoakCloud(queue, address, QueueProxy.to(address), StateTable.start());
  }

  /** Where the queue really is. */
  URI queue() {
    return queueAddress;
  }

  /** The bridge's way to it. */
  QueueProxy proxy() {
    return proxy;
  }

  /** What gives a bridge its state. */
  Map<String, String> state() {
    return table.settings();
  }

  @Override
  public void close() throws Exception {
    proxy.close();
    queue.close();
    table.close();
  }
}
