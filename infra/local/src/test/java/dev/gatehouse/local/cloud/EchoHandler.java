package dev.gatehouse.local.cloud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Answers with the event it got and the environment it has; does what the body asks for. */
public final class EchoHandler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> environment;

  public EchoHandler(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = JSON.readTree(input);
    switch (event.path("body").asText("")) {
      case "throw" -> throw new IllegalStateException("asked to");
      case "hang" -> hang();
      default -> JSON.writeValue(output, answer(event, context));
    }
  }

  private static void hang() throws IOException {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      throw new IOException("cut off", e);
    }
  }

  private ObjectNode answer(JsonNode event, Context context) {
    ObjectNode body = JSON.createObjectNode();
    body.set("event", event);
    body.set("environment", JSON.valueToTree(environment));
    body.put("remaining", context.getRemainingTimeInMillis());
    ObjectNode answer = JSON.createObjectNode().put("statusCode", 201).put("body", body.toString());
    answer.putObject("headers").put("X-Test", "yes");
    answer.putArray("cookies").add("a=1").add("b=2");
    return answer;
  }
}
