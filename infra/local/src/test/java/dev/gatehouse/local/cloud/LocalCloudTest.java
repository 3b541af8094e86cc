package dev.gatehouse.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueReceiver;
import dev.gatehouse.cloud.queue.ReceivedMessage;
import dev.gatehouse.cloud.sdk.AwsClients;
import dev.gatehouse.contracts.settings.Settings;
import dev.gatehouse.local.template.ResolvedTemplate;
import dev.gatehouse.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class LocalCloudTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> PARAMETERS =
      Map.of("Greeting", "hello", "Password", "hunter2");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static LocalCloud cloud;
  private static AwsClients clients;
  private static ResolvedTemplate blueprint;

  @BeforeAll
  static void start() throws Exception {
    cloud = LocalCloud.start(template(), Ports.free(), InstantSource.system());
    cloud.run(
        PARAMETERS,
        Map.of("LAPTOP", "mine"),
        functions ->
            JSON.createObjectNode().put("status", "up").put("functions", functions.size()));
    clients = AwsClients.of(Settings.of(FunctionEnvironment.emulators(cloud.endpoints())));
    blueprint = cloud.blueprint(PARAMETERS);
  }

  @AfterAll
  static void stop() throws Exception {
    clients.close();
    cloud.close();
  }

  @BeforeEach
  void forget() {
    Calls.WORKER.clear();
  }

  @Test
  void anHttpRequestArrivesAsPayloadVersion2() throws Exception {
    HttpResponse<String> response = post("/echo/a%20b?x=1&x=2&y=%C3%A9", "application/json", "{}");

    JsonNode event = JSON.readTree(response.body()).path("event");
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("x-test").orElse("")).isEqualTo("yes");
    assertThat(response.headers().allValues("set-cookie")).isEqualTo(List.of("a=1", "b=2"));
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("POST /echo/{id}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/echo/a%20b");
    assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("a b");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=%C3%A9");
    assertThat(event.path("queryStringParameters").path("x").asText()).isEqualTo("1,2");
    assertThat(event.path("body").asText()).isEqualTo("{}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(event.path("requestContext").path("http").path("method").asText()).isEqualTo("POST");
  }

  @Test
  void aBinaryBodyArrivesAsBase64() throws Exception {
    JsonNode event =
        JSON.readTree(post("/echo/1", "application/octet-stream", "raw").body()).path("event");

    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(event.path("body").asText()).isEqualTo("cmF3");
  }

  @Test
  void eachFunctionHasItsOwnEnvironment() throws Exception {
    JsonNode environment =
        JSON.readTree(post("/echo/1", "text/plain", "").body()).path("environment");

    assertThat(environment.path("GREETING").asText()).isEqualTo("hello");
    assertThat(environment.path("PASSWORD").asText()).isEqualTo("hunter2");
    assertThat(environment.path("LAPTOP").asText()).isEqualTo("mine");
    assertThat(environment.path("WORK_QUEUE_URL").asText())
        .isEqualTo(blueprint.queue("Work").url());
    assertThat(environment.path("AWS_ENDPOINT_URL_SQS").asText())
        .isEqualTo(cloud.endpoints().sqs().toString());
    assertThat(environment.has("PASSWORD_SECRET")).isFalse();
    assertThat(environment.has("TABLE")).isFalse();
  }

  @Test
  void aFunctionThatThrowsOrHangsIsAnInternalError() throws Exception {
    assertThat(post("/echo/1", "text/plain", "throw").statusCode()).isEqualTo(500);
    assertThat(post("/echo/1", "text/plain", "hang").statusCode()).isEqualTo(500);
    assertThat(post("/echo/1", "text/plain", "again").statusCode()).isEqualTo(201);
  }

  @Test
  void whatHasNoRouteIsNotFound() throws Exception {
    assertThat(post("/echo", "text/plain", "").statusCode()).isEqualTo(404);
    assertThat(post("/echo/1/2", "text/plain", "").statusCode()).isEqualTo(404);
    HttpRequest get = HttpRequest.newBuilder(cloud.api().resolve("/echo/1")).build();
    assertThat(HTTP.send(get, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  @Test
  void aBodyThatLambdaWouldNotTakeIsTooLarge() throws Exception {
    String sevenMegabytes = "x".repeat(7 * 1024 * 1024);

    HttpResponse<String> response = post("/echo/1", "text/plain", sevenMegabytes);

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  @Test
  void healthCoversTheFunctions() throws Exception {
    HttpRequest get = HttpRequest.newBuilder(cloud.api().resolve("/health")).build();

    HttpResponse<String> response = HTTP.send(get, HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(response.body()).path("functions").asInt()).isEqualTo(2);
  }

  @Test
  void aMessageArrivesAsAnSqsEvent() throws Exception {
    send("group-a", "d1", "good");

    Calls.Call call = nextCall();

    assertThat(call.entry().path("body").asText()).isEqualTo("good");
    assertThat(call.entry().path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(call.entry().path("eventSourceARN").asText())
        .isEqualTo(blueprint.queue("Work").arn());
    assertThat(call.entry().path("attributes").path("MessageGroupId").asText())
        .isEqualTo("group-a");
    assertThat(call.entry().path("attributes").path("ApproximateReceiveCount").asText())
        .isEqualTo("1");
    assertThat(call.entry().path("md5OfBody").asText()).isNotEmpty();
    assertThat(call.environment().get("FILES_TABLE")).isEqualTo("gatehouse-Files");
    assertThat(call.environment().get("TABLE")).isEqualTo("things");
  }

  @Test
  void aReportedMessageComesBackAndEndsInTheDeadLetterQueueWhileOthersPass() throws Exception {
    send("group-b", "d2", "bad apple");
    send("group-c", "d3", "fine");

    List<String> bodies = new ArrayList<>();
    while (!bodies.containsAll(List.of("bad apple", "fine"))
        || java.util.Collections.frequency(bodies, "bad apple") < 2) {
      bodies.add(nextCall().entry().path("body").asText());
    }

    assertThat(java.util.Collections.frequency(bodies, "fine")).isEqualTo(1);
    assertThat(receive(blueprint.queue("Dead").url()).body()).isEqualTo("bad apple");
  }

  @Test
  void aChangedRowArrivesFromTheStream() throws Exception {
    clients
        .dynamo()
        .putItem(put -> put.tableName("things").item(Map.of("pk", AttributeValue.fromS("one"))));

    JsonNode entry = nextCall().entry();

    assertThat(entry.path("eventSource").asText()).isEqualTo("aws:dynamodb");
    assertThat(entry.path("eventName").asText()).isEqualTo("INSERT");
    assertThat(entry.path("dynamodb").path("NewImage").path("pk").path("S").asText())
        .isEqualTo("one");
    assertThat(entry.path("eventSourceARN").asText()).contains("table/things/stream/");
  }

  private static Calls.Call nextCall() throws InterruptedException {
    Calls.Call call = Calls.WORKER.poll(60, TimeUnit.SECONDS);
    assertThat(call).as("the worker was not called within 20 s").isNotNull();
    return call;
  }

  private static void send(String group, String deduplication, String body) {
    clients
        .queue(URI.create(blueprint.queue("Work").url()))
        .send(new OutgoingMessage(group, deduplication, body));
  }

  /** The emulator wakes no waiting poll for a message that it moves, so short polls look for it. */
  private static ReceivedMessage receive(String url) {
    QueueReceiver queue = clients.queue(URI.create(url));
    for (int i = 0; i < 20; i++) {
      List<ReceivedMessage> messages = queue.receive(1, Duration.ofSeconds(1));
      if (!messages.isEmpty()) {
        return messages.getFirst();
      }
    }
    throw new AssertionError("nothing arrived in " + url + " within 20 s");
  }

  private static HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(cloud.api().resolve(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Template template() throws IOException {
    try (var in = LocalCloudTest.class.getResourceAsStream("/small-template.yaml")) {
      assertThat(in).isNotNull();
      return Template.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
