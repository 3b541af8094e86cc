package dev.gatehouse.bench.bridge;

import dev.gatehouse.bench.compare.Distribution;
import dev.gatehouse.bench.compare.NodePeers;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How long an event takes at a rate that leaves the machine idle, wherever it goes. */
final class Latency {
  /** Not a whole number of milliseconds apart, since ids tell whole ones. */
  private static final int RATE = 490;

  private static final int EVENTS = 5_000;
  private static final int WARM_UP = 50_000;
  private static final int WARM_UP_RATE = 5_000;
  private static final int RATE_OF_ELASTICMQ = 190;
  private static final int EVENTS_OF_ELASTICMQ = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 50;
  private static final double GOAL_MILLIS = 2;
  private static final String AGE = "age ";
  private static final String BODY = "x".repeat(1024);

  private final PrintStream out;

  Latency(PrintStream out) {
    this.out = out;
  }

  /** Received and routed, and received by the usual libraries. */
  void reception() throws IOException, InterruptedException {
    row("ours, plain, null sink", received(Commands::nullSink));
    Optional<File> script = NodePeers.script("gateway.mjs", out);
    if (script.isPresent()) {
      row(
          "@discordjs/ws, plain",
          received((sender, subject) -> Commands.node(script.get(), sender, subject)));
    }
    row("JDA, plain", received((sender, subject) -> Commands.jda(sender, subject, "none")));
  }

  private static Distribution received(Subject.Command command)
      throws IOException, InterruptedException {
    Subject.Work work = new Subject.Work(WARM_UP, EVENTS, WARM_UP + EVENTS, RATE);
    Subject subject = new Subject("latency", "none", work, new Subject.Reception.Printing(command));
    try (Sender sender = Sender.start();
        ChildProcess child =
            ChildProcess.start(
                Commands.withAges(command.of(sender, subject)), Credentials.ENVIRONMENT)) {
      sender.awaitSession();
      sender.firehose(WARM_UP, WARM_UP_RATE);
      ages(child, WARM_UP);
      sender.firehose(EVENTS, RATE);
      return ages(child, EVENTS);
    }
  }

  private static Distribution ages(ChildProcess child, int count) throws InterruptedException {
    double[] ages = new double[count];
    for (int i = 0; i < count; i++) {
      String line = child.await(said -> said.startsWith(AGE), PATIENCE);
      ages[i] = Double.parseDouble(line.substring(AGE.length()));
    }
    return new Distribution(ages);
  }

  /** To an endpoint that only acknowledges, beside the SDK's own call. */
  void acknowledged(String sink) throws IOException, InterruptedException {
    try (Sender sender = Sender.start();
        BridgeProcess bridge = BridgeProcess.start(sender, sink, "zstd")) {
      sender.awaitSession();
      sender.firehose(WARM_UP, WARM_UP_RATE);
      awaitSent(bridge, WARM_UP);
      get(sink + "/latency");
      HistogramText before = bridge.acknowledgements();
      sender.firehose(EVENTS, RATE);
      awaitSent(bridge, WARM_UP + EVENTS);
      String[] ages = get(sink + "/latency").split(" ", -1);
      row("ours, zstd, to acknowledge", RATE, ages[0], ages[1]);
      besideTheSdk(bridge.acknowledgements().since(before).median() * 1000, bareCallMillis(sink));
    }
  }

  private void besideTheSdk(double acknowledged, double bare) {
    out.printf(
        Locale.ROOT,
        "frame received to acknowledged p50 %.1f ms; bare SDK call p50 %.1f ms;"
            + " difference, goal at most %.0f ms: %s%n",
        acknowledged,
        bare,
        GOAL_MILLIS,
        acknowledged - bare <= GOAL_MILLIS ? "met" : "missed");
  }

  /** To ElasticMQ and out of it again. */
  void throughElasticMq(String sink) throws IOException, InterruptedException {
    try (Sender sender = Sender.start();
        BridgeProcess ignored = BridgeProcess.start(sender, sink, "none");
        QueueReader reader = new QueueReader(sink)) {
      sender.awaitSession();
      read(sender, reader);
      row("ours, plain, out of ElasticMQ", RATE_OF_ELASTICMQ, read(sender, reader));
    }
  }

  private static Distribution read(Sender sender, QueueReader reader) throws InterruptedException {
    Thread firehose = sender.start(EVENTS_OF_ELASTICMQ, RATE_OF_ELASTICMQ);
    Distribution ages = reader.ages(EVENTS_OF_ELASTICMQ, PATIENCE);
    firehose.join();
    return ages;
  }

  private void row(String name, Distribution ages) {
    row(name, RATE, ages);
  }

  private void row(String name, int rate, Distribution ages) {
    row(name, rate, millis(ages.percentile(50)), millis(ages.percentile(99)));
  }

  private void row(String name, int rate, String median, String high) {
    out.printf("%-34s %14s %12s   at %d events/s%n", name, median, high, rate);
    out.flush();
  }

  private static String millis(double figure) {
    return String.format(Locale.ROOT, "%.2f", figure);
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
