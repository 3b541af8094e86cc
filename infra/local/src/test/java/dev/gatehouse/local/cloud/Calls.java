package dev.gatehouse.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What the test's handlers were given; each test drains it. */
final class Calls {
  /** One record that reached the worker, and the worker's environment. */
  record Call(JsonNode entry, Map<String, String> environment) {}

  static final BlockingQueue<Call> WORKER = new LinkedBlockingQueue<>();

  private Calls() {}
}
