package dev.gatehouse.bench.bridge;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bridge as it ships, its jar with its own JVM options, in a process of its own. */
public final class BridgeProcess implements AutoCloseable {
  private static final String SENT = "gatehouse_bridge_events_sent_total ";
  private static final int HTTP_OK = 200;
  private static final long POLL_MILLIS = 20;
  private static final String ACKNOWLEDGED = "gatehouse_bridge_queue_ack_seconds";

  private final ChildProcess child;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  private BridgeProcess(ChildProcess child, int port) {
    this.child = child;
    this.port = port;
  }

  static BridgeProcess start(Sender sender, String sink, String compression) throws IOException {
    return start(sender, sink, compression, Map.of());
  }

  /** The same with more settings, such as a state table. */
  public static BridgeProcess start(
      Sender sender, String sink, String compression, Map<String, String> more) throws IOException {
    int port = freePort();
    Map<String, String> environment = new HashMap<>(Credentials.ENVIRONMENT);
    environment.put("DISCORD_TOKEN", "bench.bridge.token");
    environment.put("DISCORD_API_URL", sender.api());
    environment.put("DISCORD_INTENTS", "33281");
    environment.put("EVENTS_QUEUE_URL", sink + "/000000000000/events.fifo");
    environment.put("AWS_ENDPOINT_URL", sink);
    environment.put("BRIDGE_COMPRESSION", compression);
    environment.put("MANAGEMENT_PORT", Integer.toString(port));
    environment.put("MALLOC_ARENA_MAX", "1");
    environment.putAll(more);
    return new BridgeProcess(ChildProcess.start(command(), environment), port);
  }

  public long pid() {
    return child.pid();
  }

  /** What it logged last, to say why it ended. */
  public List<String> lastWords() {
    return child.lastWords();
  }

  /** Waits until events flow on every shard. */
  void awaitHealthy(Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isHealthy()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not every shard is live after " + patience);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean isHealthy() throws InterruptedException {
    try {
      return get("/health").statusCode() == HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Waits until the queue has acknowledged so many events. Asked only once all is sent off: to
   * answer costs the bridge more than an event.
   */
  Figures.Sample awaitSent(long wanted, Duration patience)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    for (long sent = sent(); ; sent = sent()) {
      if (sent >= wanted) {
        return Figures.Sample.of(sent, pid());
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the bridge sent " + sent + " events, then no more");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** How many events the queue has acknowledged. */
  long sent() throws IOException, InterruptedException {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(SENT))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(SENT.length())))
        .findFirst()
        .orElse(0);
  }

  /** Seconds from a frame's arrival to the queue's acknowledgement, of all events so far. */
  HistogramText acknowledgements() throws IOException, InterruptedException {
    return HistogramText.of(metrics(), ACKNOWLEDGED);
  }

  @Override
  public void close() throws InterruptedException {
    http.close();
    child.close();
  }

  private String metrics() throws IOException, InterruptedException {
    return get("/prometheus").body();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> command() {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "@bridge/target/jvm.options",
        "-jar",
        jar().getPath());
  }

  private static File jar() {
    File[] jars = new File("bridge/target").listFiles((dir, name) -> name.endsWith("-all.jar"));
    return Arrays.stream(jars == null ? new File[0] : jars)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("bridge/target has no jar: build first"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
