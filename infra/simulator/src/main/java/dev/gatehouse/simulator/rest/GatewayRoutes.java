package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;

/**
 * Where the gateway is.
 *
 * @see <a href="https://discord.com/developers/docs/topics/gateway#get-gateway-bot">Get gateway
 *     bot</a>
 */
public final class GatewayRoutes implements RestApi.RouteGroup {
  private final Gateway gateway;
  private final String url;

  /**
   * Points to a gateway.
   *
   * @param webSocketUrl the server's address, such as {@code ws://127.0.0.1:8090}
   */
  public GatewayRoutes(Gateway gateway, String webSocketUrl) {
    this.gateway = gateway;
    this.url = webSocketUrl + Gateway.PATH;
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    routes
        .add("GET", "/gateway", RestRoute.open(call -> Reply.ok(Json.object().put("url", url))))
        .add("GET", "/gateway/bot", RestRoute.bot(this::bot));
  }

  private Reply.Full bot(Call call) {
    ObjectNode json = Json.object();
    json.put("url", url);
    json.put("shards", gateway.settings().shards());
    json.set("session_start_limit", gateway.sessionStartLimit(call.application()));
    return Reply.ok(json);
  }
}
