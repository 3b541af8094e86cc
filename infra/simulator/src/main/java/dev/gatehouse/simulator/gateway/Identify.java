package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import java.util.Optional;

/**
 * What a client says of itself.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway-events#identify">Identify</a>
 */
record Identify(String token, long intents, Shard shard) {

  /** Either a good IDENTIFY or why the connection ends. */
  sealed interface Parsed {
    record Good(Identify identify) implements Parsed {}

    record Bad(CloseCode code) implements Parsed {}
  }

  static Parsed parse(JsonNode data) {
    Optional<String> token = Json.text(data, "token");
    JsonNode intents = data.path("intents");
    if (token.isEmpty() || !data.path("properties").isObject()) {
      return new Parsed.Bad(CloseCode.DECODE_ERROR);
    }
    if (!intents.isIntegralNumber() || !Intents.areKnown(intents.longValue())) {
      return new Parsed.Bad(CloseCode.INVALID_INTENTS);
    }
    return Shard.of(data.path("shard"))
        .<Parsed>map(
            shard -> new Parsed.Good(new Identify(token.get(), intents.longValue(), shard)))
        .orElse(new Parsed.Bad(CloseCode.INVALID_SHARD));
  }

  @Override
  public String toString() {
    return "Identify[intents=" + intents + ", shard=" + shard + "]";
  }
}
