package dev.gatehouse.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Applications.
 *
 * @see <a href="https://discord.com/developers/docs/resources/application#application-object">
 *     Application object</a>
 */
public final class ApplicationJson {
  /** Has the limited grant of the privileged intents, as small bots do. */
  public static final int FLAGS = (1 << 13) | (1 << 15) | (1 << 19);

  private ApplicationJson() {}

  /** An application as it sees itself. */
  public static ObjectNode of(Application application) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(application.id()));
    json.put("name", application.name());
    json.putNull("icon");
    json.put("description", application.description());
    json.putNull("type");
    json.put("verify_key", application.key().publicHex());
    json.put("flags", FLAGS);
    json.put("bot_public", true);
    json.put("bot_require_code_grant", false);
    json.set("bot", UserJson.of(application.bot()));
    json.put("summary", "");
    json.putNull("team");
    json.set("redirect_uris", Json.array());
    json.put("interactions_endpoint_url", endpoint(application));
    json.putNull("role_connections_verification_url");
    json.put("approximate_guild_count", 1);
    json.put("approximate_user_install_count", 0);
    json.putObject("integration_types_config").putObject("0");
    return json;
  }

  private static @Nullable String endpoint(Application application) {
    return application.interactionsEndpoint().map(URI::toString).orElse(null);
  }
}
