package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.bridge.Bridge;
import dev.gatehouse.local.Repository;
import dev.gatehouse.local.cloud.FunctionEnvironment;
import dev.gatehouse.local.template.Endpoints;
import dev.gatehouse.local.template.ResolvedTemplate;
import dev.gatehouse.local.template.Template;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Promise 1 for an event that is larger than SQS takes: a bridge puts it into the stack's claim
 * store, and the conversation function reads it by its claim.
 */
@ExtendWith(StackExtension.class)
final class OversizedEventTest {
  private static final int ABOVE_SQS = 1_200_000;

  @Test
  void isReadByItsClaimAndAnswered(Stack stack) throws Exception {
    String channel = stack.conversation();
    JsonNode message = stack.say(channel, "nothing for the bot");

    try (OneEventGateway gateway = OneEventGateway.open(large(stack, message, "!help"));
        Bridge bridge =
            Bridge.start(environment(stack, gateway), Clock.systemUTC(), System::nanoTime)) {
      String reply = stack.awaitReply(channel, message);

      assertThat(reply).contains("!status");
      assertThat(bridge.metrics().claims.value()).isEqualTo(1);
      assertThat(bridge.metrics().rejected.value()).isEqualTo(0);
    }
    assertThat(stack.repliesTo(channel, message.path("id").asText()).size()).isEqualTo(1);
    assertThat(DeadLetterReader.in(stack, "gatehouse-events-dead.fifo", channel)).isEmpty();
  }

  /** The message with other words, and with a field that makes it large. */
  private static String large(Stack stack, JsonNode message, String content) {
    ObjectNode copy = message.deepCopy();
    copy.put("guild_id", stack.state().path("guilds").path(0).path("id").asText());
    copy.put("content", content);
    return copy.put("padding", "x".repeat(ABOVE_SQS)).toString();
  }

  private static Map<String, String> environment(Stack stack, OneEventGateway gateway)
      throws IOException {
    Endpoints endpoints = new Endpoints(stack.address("SQS"), stack.address("DynamoDB"));
    ResolvedTemplate blueprint =
        ResolvedTemplate.of(Template.read(Repository.file("template.yaml")), Map.of(), endpoints);
    Map<String, String> environment = new HashMap<>(FunctionEnvironment.emulators(endpoints));
    environment.put("DISCORD_TOKEN", Stack.TOKEN);
    environment.put("DISCORD_API_URL", gateway.apiUrl());
    environment.put("BRIDGE_COMPRESSION", "none");
    environment.put("EVENTS_QUEUE_URL", blueprint.output("EventsQueueUrl"));
    environment.put("CLAIMS_TABLE", blueprint.output("ClaimsBucketName"));
    environment.put("MANAGEMENT_PORT", "0");
    return environment;
  }
}
