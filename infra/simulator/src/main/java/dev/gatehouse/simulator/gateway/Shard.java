package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.simulator.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of a bot's shares of its guilds.
 *
 * @see <a href="https://discord.com/developers/docs/topics/gateway#sharding">Sharding</a>
 */
public record Shard(int id, int count) {
  private static final int TIME_SHIFT = 22;

  /** The shard of IDENTIFY's array; absent means the only one. */
  static Optional<Shard> of(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.of(new Shard(0, 1));
    }
    if (node.size() != 2 || !node.path(0).isInt() || !node.path(1).isInt()) {
      return Optional.empty();
    }
    Shard shard = new Shard(node.get(0).intValue(), node.get(1).intValue());
    return Optional.of(shard).filter(Shard::isPossible);
  }

  private boolean isPossible() {
    return id >= 0 && id < count;
  }

  /** Whether events of the guild arrive here; those of no guild arrive on the first shard. */
  public boolean covers(@Nullable Long guildId) {
    return guildId == null ? id == 0 : (guildId >>> TIME_SHIFT) % count == id;
  }

  /** As Discord writes it. */
  public ArrayNode json() {
    return Json.array().add(id).add(count);
  }
}
