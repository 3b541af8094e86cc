package dev.gatehouse.local.promise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
final class Promise9NoSilentFallbackTest {
  @Test
  void thatNoModelIsConfiguredIsSaidEverywhere(Stack stack) {
    String channel = stack.conversation();
    String status = stack.ask(channel, "!status");
    JsonNode health = stack.get(stack.address("product"));

    assertTrue(stack.terminal().contains("no model configured"), stack.terminal());
    assertTrue(status.contains("no language model is configured"), status);
    assertTrue(status.contains("**Degraded:** no model configured: the labelled stand-in"), status);
    assertTrue(
        health.path("degraded").toString().contains("no model configured"), health::toString);
  }
}
