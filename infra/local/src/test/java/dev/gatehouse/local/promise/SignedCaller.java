package dev.gatehouse.local.promise;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.interactions.InteractionsHandler;
import dev.gatehouse.local.event.TestKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * Discord as the interactions function meets it: signed requests, as API Gateway passes them on.
 */
record SignedCaller(RequestStreamHandler function) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * With a function of its own.
   *
   * @param queue the URL of the events queue
   */
  static SignedCaller of(String queue) {
    return new SignedCaller(
        new InteractionsHandler(
            Map.of(
                "DISCORD_PUBLIC_KEY", TestKey.PUBLIC_KEY,
                "EVENTS_QUEUE_URL", queue,
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local")));
  }

  /** Sends a command, and returns the response to the interaction. */
  JsonNode command(String id) throws IOException {
    String body =
        "{\"type\":2,\"application_id\":\"2\",\"token\":\"t\",\"channel_id\":\"3\",\"id\":\""
            + (id + "\"}");
    return JSON.readTree(post(body).path("body").asText());
  }

  /** The function's answer to a body, as API Gateway gets it. */
  JsonNode post(String body) throws IOException {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    ObjectNode event = JSON.createObjectNode().put("version", "2.0").put("body", body);
    event.put("isBase64Encoded", false);
    event
        .putObject("headers")
        .put("x-signature-timestamp", timestamp)
        .put("x-signature-ed25519", TestKey.sign(timestamp, body));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)), answer, null);
    return JSON.readTree(answer.toByteArray());
  }
}
