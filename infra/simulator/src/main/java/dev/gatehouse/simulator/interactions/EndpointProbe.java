package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.wire.UserJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * Tries an endpoint before it is used: it must answer a PING, and refuse a false signature.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-acknowledging-ping-requests">
 *     Acknowledging PING requests</a>
 */
final class EndpointProbe {
  private static final int PING = 1;
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final Webhook webhook;

  EndpointProbe(Webhook webhook) {
    this.webhook = webhook;
  }

  /** Why the endpoint cannot be used, if so. */
  Optional<String> complaint(Application application, URI endpoint, long pingId) {
    byte[] ping = Json.bytes(ping(application, pingId));
    try {
      Optional<String> refused = pingComplaint(webhook.post(endpoint, application, ping));
      return refused.isPresent()
          ? refused
          : forgeryComplaint(webhook.postForged(endpoint, application, ping));
    } catch (IOException e) {
      return Optional.of("Nobody answered at " + endpoint + " in time.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("The probe was interrupted.");
    }
  }

  private static Optional<String> pingComplaint(HttpResponse<byte[]> response) {
    int type =
        Json.parse(response.body()).map((JsonNode json) -> json.path("type").asInt(0)).orElse(0);
    return response.statusCode() == OK && type == PING
        ? Optional.empty()
        : Optional.of(
            "The PING must be answered with status 200 and {\"type\":1}; it was answered with status "
                + response.statusCode()
                + ".");
  }

  private static Optional<String> forgeryComplaint(HttpResponse<byte[]> response) {
    return response.statusCode() == UNAUTHORIZED
        ? Optional.empty()
        : Optional.of(
            "A bad signature must be answered with status 401; it was answered with status "
                + response.statusCode()
                + ".");
  }

  private static ObjectNode ping(Application application, long id) {
    ObjectNode json = Json.object();
    json.put("version", 1);
    json.put("type", PING);
    json.put("id", Long.toString(id));
    json.put("application_id", Long.toString(application.id()));
    json.put("token", Tokens.random());
    json.set("user", UserJson.of(application.bot()));
    json.set("entitlements", Json.array());
    return json;
  }
}
