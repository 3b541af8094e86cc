package dev.gatehouse.local.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.contracts.TurnRequested;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
final class Promise6TheModelHasNoAuthorityTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whatTheBotWritesIsNeverTakenAsACommand(Stack stack) {
    String channel = stack.conversation();
    stack.ask(channel, stack.mention() + " what is a claim check?");
    JsonNode written =
        stack.post(
            "/api/v10/channels/" + channel + "/messages",
            JSON.createObjectNode().put("content", "!clear"));

    String status = stack.ask(channel, "!status");

    assertEquals(List.of(), stack.repliesTo(channel, written.path("id").asText()));
    assertFalse(status.contains("**Remembered here:** nothing"), status);
  }

  @Test
  void aTurnHasNoPlaceForATool() {
    assertTrue(
        Arrays.stream(TurnRequested.class.getRecordComponents())
            .noneMatch(component -> component.getName().contains("tool")));
  }
}
