package dev.gatehouse.discord.model;

/**
 * Where and how to connect to the gateway.
 *
 * @param url the address without its query
 * @param shards how many shards Discord recommends
 * @see <a href="https://docs.discord.com/developers/events/gateway#get-gateway-bot">Get gateway
 *     bot</a>
 */
public record GatewayBot(String url, int shards, SessionStartLimit sessionStartLimit) {
  public GatewayBot {
    Absent.refuse("url", url);
    Absent.refuse("session_start_limit", sessionStartLimit);
  }
}
