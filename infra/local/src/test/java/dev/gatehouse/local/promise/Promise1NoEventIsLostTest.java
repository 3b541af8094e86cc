package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
final class Promise1NoEventIsLostTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyMessageIsAnsweredThoughTheConnectionBreaksAmongThem(Stack stack) {
    String channel = stack.conversation();

    List<JsonNode> said =
        IntStream.range(0, 9)
            .mapToObj(i -> {
              if (i % 4 == 2) {
                stack.post("/control/faults", JSON.createObjectNode().put("kind", "drop"));
              }
              return stack.say(channel, "!help");
            })
            .toList();

    said.forEach(message -> stack.awaitReply(channel, message));
    for (JsonNode message : said) {
      assertThat(stack.repliesTo(channel, message.path("id").asText()).size()).isEqualTo(1);
    }
  }
}
