package dev.gatehouse.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.bridge.Bridge;
import dev.gatehouse.bridge.operation.Health;
import dev.gatehouse.local.cloud.HealthReport;
import dev.gatehouse.local.host.HostedFunction;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The whole stack's health: up once the bridge's gateway session is live. */
final class StackHealth implements HealthReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicReference<Bridge> bridge = new AtomicReference<>();
  private final List<String> degraded;

  StackHealth(List<String> degraded) {
    this.degraded = List.copyOf(degraded);
  }

  void watch(Bridge started) {
    bridge.set(started);
  }

  @Override
  public JsonNode of(List<HostedFunction> functions) {
    ObjectNode report = JSON.createObjectNode();
    Bridge watched = bridge.get();
    boolean live = watched != null && watched.health().ready();
    report.put("status", live ? "up" : "down");
    functions.forEach(f -> report.withArray("functions").add(f.spec().id()));
    report.set("bridge", bridge(watched));
    degraded.forEach(report.putArray("degraded")::add);
    return report;
  }

  private static ObjectNode bridge(Bridge watched) {
    ObjectNode node = JSON.createObjectNode();
    if (watched == null) {
      return node.put("ready", false);
    }
    Health health = watched.health();
    node.put("ready", health.ready()).put("spooledEvents", health.spooledEvents());
    health.problems().forEach(node.putArray("problems")::add);
    return node;
  }
}
