package dev.gatehouse.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertEquals(201, response.statusCode());
    assertEquals("yes", response.headers().firstValue("x-test").orElse(""));
    assertEquals(List.of("a=1", "b=2"), response.headers().allValues("set-cookie"));
    assertEquals("2.0", event.path("version").asText());
    assertEquals("POST /echo/{id}", event.path("routeKey").asText());
    assertEquals("/echo/a%20b", event.path("rawPath").asText());
    assertEquals("a b", event.path("pathParameters").path("id").asText());
    assertEquals("x=1&x=2&y=%C3%A9", event.path("rawQueryString").asText());
    assertEquals("1,2", event.path("queryStringParameters").path("x").asText());
    assertEquals("{}", event.path("body").asText());
    assertFalse(event.path("isBase64Encoded").asBoolean());
    assertEquals("POST", event.path("requestContext").path("http").path("method").asText());
  }

  @Test
  void aBinaryBodyArrivesAsBase64() throws Exception {
    JsonNode event =
        JSON.readTree(post("/echo/1", "application/octet-stream", "raw").body()).path("event");

    assertTrue(event.path("isBase64Encoded").asBoolean());
    assertEquals("cmF3", event.path("body").asText());
  }

  @Test
  void eachFunctionHasItsOwnEnvironment() throws Exception {
    JsonNode environment =
        JSON.readTree(post("/echo/1", "text/plain", "").body()).path("environment");

    assertEquals("hello", environment.path("GREETING").asText());
    assertEquals("hunter2", environment.path("PASSWORD").asText());
    assertEquals("mine", environment.path("LAPTOP").asText());
    assertEquals(blueprint.queue("Work").url(), environment.path("WORK_QUEUE_URL").asText());
    assertEquals(
        cloud.endpoints().sqs().toString(), environment.path("AWS_ENDPOINT_URL_SQS").asText());
    assertFalse(environment.has("PASSWORD_SECRET"));
    assertFalse(environment.has("TABLE"));
  }

  @Test
  void aFunctionThatThrowsOrHangsIsAnInternalError() throws Exception {
    assertEquals(500, post("/echo/1", "text/plain", "throw").statusCode());
    assertEquals(500, post("/echo/1", "text/plain", "hang").statusCode());
    assertEquals(201, post("/echo/1", "text/plain", "again").statusCode());
  }

  @Test
  void whatHasNoRouteIsNotFound() throws Exception {
    assertEquals(404, post("/echo", "text/plain", "").statusCode());
    assertEquals(404, post("/echo/1/2", "text/plain", "").statusCode());
    HttpRequest get = HttpRequest.newBuilder(cloud.api().resolve("/echo/1")).build();
    assertEquals(404, HTTP.send(get, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  @Test
  void aBodyThatLambdaWouldNotTakeIsTooLarge() throws Exception {
    String sevenMegabytes = "x".repeat(7 * 1024 * 1024);

    HttpResponse<String> response = post("/echo/1", "text/plain", sevenMegabytes);

    assertEquals(413, response.statusCode());
    assertEquals("{\"message\":\"Request Entity Too Large\"}", response.body());
  }

  @Test
  void healthCoversTheFunctions() throws Exception {
    HttpRequest get = HttpRequest.newBuilder(cloud.api().resolve("/health")).build();

    HttpResponse<String> response = HTTP.send(get, HttpResponse.BodyHandlers.ofString());

    assertEquals(200, response.statusCode());
    assertEquals(2, JSON.readTree(response.body()).path("functions").asInt());
  }

  @Test
  void aMessageArrivesAsAnSqsEvent() throws Exception {
    send("group-a", "d1", "good");

    Calls.Call call = nextCall();

    assertEquals("good", call.entry().path("body").asText());
    assertEquals("aws:sqs", call.entry().path("eventSource").asText());
    assertEquals(blueprint.queue("Work").arn(), call.entry().path("eventSourceARN").asText());
    assertEquals("group-a", call.entry().path("attributes").path("MessageGroupId").asText());
    assertEquals("1", call.entry().path("attributes").path("ApproximateReceiveCount").asText());
    assertFalse(call.entry().path("md5OfBody").asText().isEmpty());
    assertEquals("gatehouse-Files", call.environment().get("FILES_TABLE"));
    assertEquals("things", call.environment().get("TABLE"));
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

    assertEquals(1, java.util.Collections.frequency(bodies, "fine"));
    assertEquals("bad apple", receive(blueprint.queue("Dead").url()).body());
  }

  @Test
  void aChangedRowArrivesFromTheStream() throws Exception {
    clients
        .dynamo()
        .putItem(put -> put.tableName("things").item(Map.of("pk", AttributeValue.fromS("one"))));

    JsonNode entry = nextCall().entry();

    assertEquals("aws:dynamodb", entry.path("eventSource").asText());
    assertEquals("INSERT", entry.path("eventName").asText());
    assertEquals("one", entry.path("dynamodb").path("NewImage").path("pk").path("S").asText());
    assertTrue(entry.path("eventSourceARN").asText().contains("table/things/stream/"));
  }

  private static Calls.Call nextCall() throws InterruptedException {
    Calls.Call call = Calls.WORKER.poll(60, TimeUnit.SECONDS);
    assertNotNull(call, "the worker was not called within 20 s");
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
      assertNotNull(in);
      return Template.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
