package dev.gatehouse.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.local.host.HostedFunction;
import java.util.List;

/** Says how the stack is. */
@FunctionalInterface
public interface HealthReport {
  /** An object whose {@code status} is {@code up} or {@code down}. */
  JsonNode of(List<HostedFunction> functions);
}
