package dev.gatehouse.bench.bridge;

import dev.gatehouse.bench.compare.Distribution;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How long an event takes at a rate that leaves the machine idle, beside the bare SDK call. */
final class Latency {
  private static final int RATE = 500;
  private static final int EVENTS = 5_000;
  private static final int WARM_UP = 50_000;
  private static final int WARM_UP_RATE = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 50;
  private static final double GOAL_MILLIS = 2;
  private static final String BODY = "x".repeat(1024);

  private Latency() {}

  static void measure(String sink, PrintStream out) throws IOException, InterruptedException {
    try (Sender sender = Sender.start();
        BridgeProcess bridge = BridgeProcess.start(sender, sink, "zstd")) {
      sender.awaitSession();
      double idle = ProcessUse.residentMegabytes(bridge.pid());
      warmUp(sender, bridge);
      get(sink + "/latency");
      HistogramText before = bridge.acknowledgements();
      sender.firehose(EVENTS, RATE);
      awaitSent(bridge, WARM_UP + EVENTS);
      String[] ages = get(sink + "/latency").split(" ", -1);
      double acknowledged = bridge.acknowledgements().since(before).median() * 1000;
      double bare = bareCallMillis(sink);
      out.printf(
          Locale.ROOT,
          "%nat %d events/s: sent to arrived p50 %s ms, p99 %s ms; resident after the start %.0f MB%n",
          RATE,
          ages[0],
          ages[1],
          idle);
      out.printf(
          Locale.ROOT,
          "frame received to acknowledged p50 %.1f ms; bare SDK call p50 %.1f ms;"
              + " difference, goal at most %.0f ms: %s%n",
          acknowledged,
          bare,
          GOAL_MILLIS,
          acknowledged - bare <= GOAL_MILLIS ? "met" : "missed");
    }
  }

  /** Lets the JIT compile what it will, as the bare call below does before it is counted. */
  private static void warmUp(Sender sender, BridgeProcess bridge)
      throws IOException, InterruptedException {
    sender.firehose(WARM_UP, WARM_UP_RATE);
    awaitSent(bridge, WARM_UP);
  }

  private static void awaitSent(BridgeProcess bridge, long events)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (long sent = bridge.sent(); sent < events; sent = bridge.sent()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the bridge sent " + sent + " of " + events + " events");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static double bareCallMillis(String sink) {
    try (SqsClient client =
        SqsClient.builder()
            .endpointOverride(URI.create(sink))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build()) {
      double[] millis = new double[EVENTS / 2];
      for (int i = -EVENTS / 2; i < millis.length; i++) {
        long start = System.nanoTime();
        client.sendMessage(request ->
            request
                .queueUrl(sink + "/000000000000/events.fifo")
                .messageGroupId("bench")
                .messageBody(BODY));
        if (i >= 0) {
          millis[i] = (System.nanoTime() - start) / 1e6;
        }
      }
      return new Distribution(millis).median();
    }
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
