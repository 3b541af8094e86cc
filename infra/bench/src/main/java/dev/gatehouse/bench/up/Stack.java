package dev.gatehouse.bench.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.bench.bridge.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Everything on free ports, as the launcher starts it, with a person in its first channel. */
final class Stack implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PAGE = "  chat page";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "GATEHOUSE_PORT", "0",
          "SIMULATOR_PORT", "0",
          "SQS_PORT", "0",
          "DYNAMODB_PORT", "0",
          "LLM_PROVIDER", "stand-in");

  private final ChildProcess child;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI page;
  private final String user;
  private final String channel;
  private final String bot;

  private Stack(ChildProcess child, URI page) throws IOException, InterruptedException {
    this.child = child;
    this.page = page;
    JsonNode state = call(HttpRequest.newBuilder(page.resolve("/control/state")));
    this.user = state.path("users").path(0).path("id").asText();
    this.channel = state.path("guilds").path(0).path("channels").path(0).path("id").asText();
    this.bot = state.path("applications").path(0).path("bot").path("id").asText();
  }

  /** Starts it and returns when it says {@code ready}. */
  static Stack start() throws IOException, InterruptedException {
    ChildProcess child = ChildProcess.start(List.of("./gatehouse", "up"), SETTINGS);
    String line = child.await(said -> said.startsWith(PAGE), PATIENCE);
    child.await("ready"::equals, PATIENCE);
    return new Stack(child, URI.create(line.substring(PAGE.length()).strip()));
  }

  PageFeed openPage() throws IOException, InterruptedException {
    return PageFeed.open(page.resolve("/control/stream?user_id=" + user));
  }

  /** Sends what a person types who mentions the bot. */
  void ask(String question) throws IOException, InterruptedException {
    ObjectNode message = JSON.createObjectNode();
    message.put("user_id", user).put("content", "<@" + bot + "> " + question);
    call(
        HttpRequest.newBuilder(page.resolve("/control/channels/" + channel + "/messages"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message.toString())));
  }

  @Override
  public void close() throws InterruptedException {
    http.close();
    child.close();
  }

  private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(response.uri() + " answered " + response.body());
    }
    return JSON.readTree(response.body());
  }
}
