package dev.gatehouse.bench.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an open chat page is told: the simulator's server-sent events for one user. */
final class PageFeed implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data:";
  private static final long PATIENCE_MILLIS = 20_000;
  private static final long SILENCE_MILLIS = 1_500;

  private final HttpClient http;
  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();

  private PageFeed(HttpClient http) {
    this.http = http;
  }

  static PageFeed open(URI stream) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpResponse<Stream<String>> response =
        http.send(HttpRequest.newBuilder(stream).build(), HttpResponse.BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new IOException(stream + " answered " + response.statusCode());
    }
    PageFeed feed = new PageFeed(http);
    Thread.ofVirtual().start(() -> feed.read(response.body()));
    return feed;
  }

  /** Waits for a message of a bot that says something. */
  void awaitWordsOfABot() throws InterruptedException {
    JsonNode event = next(PATIENCE_MILLIS);
    while (event != null && !hasWordsOfABot(event.path("d"))) {
      event = next(PATIENCE_MILLIS);
    }
    if (event == null) {
      throw new IllegalStateException("no answer within " + PATIENCE_MILLIS + " ms");
    }
  }

  /** Waits until the answer is complete, which is when no more edits come. */
  void awaitSilence() throws InterruptedException {
    while (next(SILENCE_MILLIS) != null) {
      // It is still being written.
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private @Nullable JsonNode next(long millis) throws InterruptedException {
    return events.poll(millis, TimeUnit.MILLISECONDS);
  }

  private static boolean hasWordsOfABot(JsonNode message) {
    return message.path("author").path("bot").asBoolean()
        && !message.path("content").asText().isBlank();
  }

  private void read(Stream<String> lines) {
    try {
      lines.filter(line -> line.startsWith(DATA)).map(PageFeed::parse).forEach(events::add);
    } catch (UncheckedIOException e) {
      // The page was closed; whoever waits for more is told after a while.
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line.substring(DATA.length()));
    } catch (IOException e) {
      throw new IllegalStateException("the page is told what is no JSON: " + line, e);
    }
  }
}
