package dev.gatehouse.local.promise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.Repository;
import dev.gatehouse.local.cloud.FunctionEnvironment;
import dev.gatehouse.local.template.Endpoints;
import dev.gatehouse.local.template.Template;
import dev.gatehouse.local.up.Up;
import dev.gatehouse.testkit.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Everything that {@code up} starts, and a person in its chat. */
final class Stack implements AutoCloseable {
  /** What the stack's bot logs in with. */
  static final String TOKEN = "gatehouse-local";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final HttpClient http = HttpClient.newHttpClient();
  private final CapturedLog log = CapturedLog.open();
  private final Up up;
  private final AwsClients clients;

  private Stack(Up up, ByteArrayOutputStream output) {
    this.up = up;
    this.output.writeBytes(output.toByteArray());
    Endpoints endpoints = new Endpoints(address("SQS"), address("DynamoDB"));
    this.clients = AwsClients.of(Settings.of(FunctionEnvironment.emulators(endpoints)));
  }

  /** With no model configured. */
  static Stack start() throws Exception {
    return start(Map.of());
  }

  /**
   * With settings of the test's.
   *
   * @param settings as the environment would hold them
   */
  static Stack start(Map<String, String> settings) throws Exception {
    Map<String, String> environment = new HashMap<>(settings);
    for (String port : List.of("SIMULATOR_PORT", "GATEHOUSE_PORT", "SQS_PORT", "DYNAMODB_PORT")) {
      environment.put(port, "0");
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Up up =
        Up.of(
            Template.read(Repository.file("template.yaml")),
            environment,
            Clock.systemUTC(),
            System::nanoTime,
            new PrintStream(output, true, StandardCharsets.UTF_8));
    up.start();
    return new Stack(up, output);
  }

  /** What the terminal shows. */
  String terminal() {
    return output.toString(StandardCharsets.UTF_8);
  }

  /** All lines that were logged since the start, at INFO and above. */
  List<String> log() {
    return log.lines();
  }

  /** The address that was printed for a part. */
  URI address(String part) {
    return terminal()
        .lines()
        .filter(line -> line.startsWith("  " + part + " "))
        .map(line -> URI.create(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** A new conversation that no other test knows: a thread. */
  String conversation() {
    ObjectNode thread = JSON.createObjectNode().put("user_id", person()).put("name", "a promise");
    return post("/control/channels/" + general() + "/threads", thread).path("id").asText();
  }

  /** Says something as a person; the message as Discord would show it. */
  JsonNode say(String channel, String text) {
    ObjectNode message = JSON.createObjectNode().put("user_id", person()).put("content", text);
    return post("/control/channels/" + channel + "/messages", message);
  }

  /** Says something, and waits for what the bot replies. */
  String ask(String channel, String text) {
    return awaitReply(channel, say(channel, text));
  }

  /** Runs a slash command as a person; how it was met at first. */
  JsonNode command(String channel, String name, ObjectNode options) {
    ObjectNode command = JSON.createObjectNode().put("user_id", person()).put("name", name);
    command.put("channel_id", channel).set("options", options);
    return post("/control/commands", command);
  }

  /** The first complete reply to the message. */
  String awaitReply(String channel, JsonNode message) {
    String id = message.path("id").asText();
    List<JsonNode> replies =
        Await.value(
            "a whole reply",
            PATIENCE,
            () -> repliesTo(channel, id),
            found -> found.stream().anyMatch(Stack::isWhole));
    return replies.getFirst().path("content").asText();
  }

  /** While an answer is streamed, the reply has a button that stops it. */
  private static boolean isWhole(JsonNode reply) {
    return reply.path("components").isEmpty();
  }

  /** The bot's replies to a message. */
  List<JsonNode> repliesTo(String channel, String id) {
    return messages(channel)
        .filter(m -> m.path("message_reference").path("message_id").asText().equals(id))
        .filter(m -> m.path("author").path("bot").asBoolean())
        .toList();
  }

  java.util.stream.Stream<JsonNode> messages(String channel) {
    return get(address("chat page")
            .resolve("/control/channels/" + channel + "/messages?limit=100&user_id=" + person()))
        .valueStream();
  }

  /** Mentions the bot when it is put into a text. */
  String mention() {
    return "<@" + state().path("applications").path(0).path("bot").path("id").asText() + ">";
  }

  String person() {
    return state()
        .path("users")
        .valueStream()
        .filter(user -> !user.path("bot").asBoolean())
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  JsonNode state() {
    return get(address("chat page").resolve("/control/state"));
  }

  JsonNode post(String path, JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address("chat page").resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bot " + TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    return read(send(request.build()));
  }

  void delete(String path) {
    read(send(HttpRequest.newBuilder(address("chat page").resolve(path)).DELETE().build()));
  }

  JsonNode get(URI address) {
    return read(send(HttpRequest.newBuilder(address).build()));
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A client of the stack's SQS. */
  SqsClient sqs() {
    return clients.sqs();
  }

  /** The URL of a queue by its name. */
  String queue(String name) {
    return sqs().getQueueUrl(get -> get.queueName(name)).queueUrl();
  }

  /** Puts a message into a queue; its id. */
  String enqueue(String queue, String group, String id, String body) {
    String url = queue(queue);
    return sqs()
        .sendMessage(message ->
            message
                .queueUrl(url)
                .messageGroupId(group)
                .messageDeduplicationId(id)
                .messageBody(body))
        .messageId();
  }

  private String general() {
    return state()
        .path("guilds")
        .path(0)
        .path("channels")
        .valueStream()
        .filter(channel -> channel.path("name").asText().equals("general"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private static JsonNode read(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    clients.close();
    up.close();
    http.shutdownNow();
    log.close();
  }
}
