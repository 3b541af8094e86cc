package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.FormErrors;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the senders' own marks for a few minutes, so that a repeated send answers the message
 * that is already there.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#create-message">Create
 *     message, enforce_nonce</a>
 */
final class Nonces {
  private static final Duration MEMORY = Duration.ofMinutes(5);
  private static final int LIMIT = 10_000;
  private static final int LENGTH = 25;

  private final Map<Key, Message> recent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Message> eldest) {
          return size() > LIMIT;
        }
      };

  private record Key(long author, long channel, String nonce) {}

  static void check(JsonNode form) {
    FormErrors errors = new FormErrors();
    errors.atMost("nonce", form.path("nonce").asText(""), LENGTH);
    errors.throwIfAny();
  }

  Optional<Message> find(long author, long channel, JsonNode form, World world) {
    return key(author, channel, form)
        .flatMap(key -> Optional.ofNullable(recent.get(key)))
        .filter(message -> message.createdAt().plus(MEMORY).isAfter(world.now()));
  }

  void remember(long author, JsonNode form, Message message) {
    key(author, message.channelId(), form).ifPresent(key -> recent.put(key, message));
  }

  private static Optional<Key> key(long author, long channel, JsonNode form) {
    boolean enforced = form.path("enforce_nonce").asBoolean();
    return Json.field(form, "nonce")
        .filter(nonce -> enforced)
        .map(nonce -> new Key(author, channel, nonce.asText()));
  }
}
