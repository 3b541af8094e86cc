package dev.gatehouse.local.up;

import dev.gatehouse.local.cloud.FunctionEnvironment;
import dev.gatehouse.local.template.Endpoints;
import dev.gatehouse.local.template.ResolvedTemplate;
import java.util.Map;
import java.util.TreeMap;

/** The bridge's environment, from the template's outputs as a deployment would take it. */
final class BridgeEnvironment {
  /**
   * GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES and the privileged MESSAGE_CONTENT, which costs nothing
   * in the simulator and lets {@code !ask} work in channels.
   */
  private static final String INTENTS = "37377";

  private BridgeEnvironment() {}

  /**
   * @param user what the user set for the bridge
   * @param chat where the bridge logs in, and as whom
   */
  static Map<String, String> of(
      ResolvedTemplate blueprint,
      Endpoints endpoints,
      Map<String, String> user,
      Map<String, String> chat) {
    Map<String, String> environment = new TreeMap<>(user);
    environment.putAll(FunctionEnvironment.emulators(endpoints));
    environment.putAll(chat);
    environment.put("EVENTS_QUEUE_URL", blueprint.output("EventsQueueUrl"));
    environment.put("COMMANDS_QUEUE_URL", blueprint.output("CommandsQueueUrl"));
    environment.put("STATE_TABLE", blueprint.output("StateTable"));
    environment.put("CLAIMS_TABLE", blueprint.output("ClaimsBucketName"));
    environment.put("MANAGEMENT_PORT", "0");
    environment.putIfAbsent("DISCORD_INTENTS", INTENTS);
    // A stop on a laptop is a matter of moments; the queue is in the same process.
    environment.putIfAbsent("BRIDGE_STOP_MILLIS", "2000");
    return Map.copyOf(environment);
  }
}
