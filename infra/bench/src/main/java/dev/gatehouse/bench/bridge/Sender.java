package dev.gatehouse.bench.bridge;

import dev.gatehouse.simulator.SimulatorMain;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The simulator in a process of its own, which sends the firehose; each event in a write of its
 * own, as a gateway does whose events come one by one.
 */
public final class Sender implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CHANNELS = 50;
  private static final int SIZE = 1024;

  private final ChildProcess child;
  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();

  private Sender(ChildProcess child, String url) {
    this.child = child;
    this.url = url;
  }

  /** Starts a simulator that needs no set-up, with more options of its command line. */
  public static Sender start(String... options) throws IOException, InterruptedException {
    List<String> flags =
        List.of("-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED");
    List<String> arguments = new ArrayList<>(List.of("--no-rate-limits", "--no-coalescing"));
    arguments.addAll(List.of(options));
    ChildProcess child =
        ChildProcess.start(
            ChildProcess.java(flags, SimulatorMain.class, arguments.toArray(String[]::new)),
            Map.of("SIMULATOR_PORT", "0"));
    return of(child);
  }

  /** Starts one that lets so many shards identify at once. */
  static Sender wide(int concurrency) throws IOException, InterruptedException {
    List<String> flags =
        List.of("-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED");
    return of(
        ChildProcess.start(
            ChildProcess.java(flags, WideGatewayMain.class, Integer.toString(concurrency)),
            Map.of()));
  }

  private static Sender of(ChildProcess child) throws InterruptedException {
    String line = child.await(said -> said.startsWith("simulator http"), PATIENCE);
    return new Sender(child, line.substring("simulator ".length()).strip());
  }

  String url() {
    return url;
  }

  /** The base address of the REST API. */
  String api() {
    return url + "/api/v10";
  }

  /** Waits until a session receives events. */
  public void awaitSession() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isConnected()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("no gateway session within " + PATIENCE);
      }
      Thread.sleep(50);
    }
  }

  /** Whether a session receives events. */
  public boolean isConnected() throws IOException, InterruptedException {
    return call("GET", "/control/state", "").contains("\"state\":\"connected\"");
  }

  /**
   * Sends realistic messages of about 1 KB, and returns when all are sent.
   *
   * @param rate messages a second; 0 for as fast as the receiver takes them
   */
  public void firehose(int count, int rate) throws IOException, InterruptedException {
    firehose(1, CHANNELS, count, rate);
  }

  /** The same in channels that are spread over several guilds. */
  void firehose(int guilds, int channels, int count, int rate)
      throws IOException, InterruptedException {
    call(
        "POST",
        "/control/firehose",
        "{\"guilds\":%d,\"channels\":%d,\"count\":%d,\"size\":%d,\"rate\":%d}"
            .formatted(guilds, channels, count, SIZE, rate));
  }

  /** The same without waiting for its end. */
  Thread start(int count, int rate) {
    return start(1, CHANNELS, count, rate);
  }

  /** The same in channels that are spread over several guilds. */
  Thread start(int guilds, int channels, int count, int rate) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            firehose(guilds, channels, count, rate);
          } catch (IOException e) {
            System.err.println("the firehose ended: " + e.getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Inflicts a fault, or arms it, as {@code POST /control/faults} takes it. */
  public void fault(String order) throws IOException, InterruptedException {
    call("POST", "/control/faults", order);
  }

  /** What was dispatched, as {@code GET /control/ledger} tells it; the caller closes it. */
  public InputStream ledger() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/control/ledger")).build();
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      response.body().close();
      throw new IOException("/control/ledger answered " + response.statusCode());
    }
    return response.body();
  }

  @Override
  public void close() throws InterruptedException {
    http.close();
    child.close();
  }

  private String call(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("content-type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }
}
