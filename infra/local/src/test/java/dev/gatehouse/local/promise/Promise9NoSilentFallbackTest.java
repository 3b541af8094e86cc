package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

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

    assertThat(stack.terminal()).contains("no model configured");
    assertThat(status).contains("no language model is configured");
    assertThat(status).contains("**Degraded:** no model configured: the labelled stand-in");
    assertThat(health.path("degraded").toString().contains("no model configured"))
        .as(health::toString)
        .isTrue();
  }
}
