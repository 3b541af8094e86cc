package dev.gatehouse.local.cloud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Records the events of its schedules. */
public final class TickHandler implements RequestStreamHandler {
  static final BlockingQueue<JsonNode> TICKS = new LinkedBlockingQueue<>();

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As each function here is made. */
  public TickHandler(Map<String, String> environment) {}

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    TICKS.add(JSON.readTree(input));
    output.write("{}".getBytes(StandardCharsets.UTF_8));
  }
}
