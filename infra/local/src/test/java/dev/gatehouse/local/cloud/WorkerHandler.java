package dev.gatehouse.local.cloud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Records what it got, and reports every message whose body starts with {@code bad} as failed. */
public final class WorkerHandler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> environment;

  public WorkerHandler(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    for (JsonNode entry : JSON.readTree(input).path("Records")) {
      Calls.WORKER.add(new Calls.Call(entry, environment));
      if (entry.path("body").asText("").startsWith("bad")) {
        failures.addObject().set("itemIdentifier", entry.path("messageId"));
      }
    }
    JSON.writeValue(output, answer);
  }
}
