package dev.gatehouse.local.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
final class Promise2NothingHappensTwiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anEventThatIsDeliveredAgainIsNotAnsweredAgain(Stack stack) {
    String channel = stack.conversation();
    JsonNode message = stack.say(channel, "!help");
    stack.awaitReply(channel, message);

    stack.enqueue("gatehouse-events.fifo", "discord:" + channel, "again", event(stack, message));

    // Behind the second delivery in the same group: once this is answered, that was handled.
    stack.ask(channel, "!status");
    assertThat(stack.repliesTo(channel, message.path("id").asText()).size()).isEqualTo(1);
    assertThat(DeadLetterReader.in(stack, "gatehouse-events-dead.fifo", channel)).isEmpty();
  }

  private static String event(Stack stack, JsonNode message) {
    ObjectNode payload = message.deepCopy();
    String guild = stack.state().path("guilds").path(0).path("id").asText();
    payload.put("guild_id", guild);
    ObjectNode event =
        JSON.createObjectNode()
            .put("v", 1)
            .put("kind", "gateway_event")
            .put("platform", "discord")
            .put("session", "another-session")
            .put("seq", 12)
            .put("shard", 0)
            .put("shards", 1)
            .put("event", "MESSAGE_CREATE")
            .put("guild_id", guild)
            .put("channel_id", message.path("channel_id").asText())
            .put("author_is_bot", false)
            .put("mentions_us", false)
            .put("received_at", 1_770_000_000_000L);
    return event.set("payload", payload).toString();
  }
}
