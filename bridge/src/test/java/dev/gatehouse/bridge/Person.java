package dev.gatehouse.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Does in the simulator what a person does in its page, and what its faults do. */
final class Person {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_ERROR = 400;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String userId;
  private final String guildId;
  private final String channelId;

  Person(String simulatorUrl) {
    url = simulatorUrl + "/control";
    JsonNode state = call("GET", "/state", "");
    userId = state.at("/users/0/id").textValue();
    guildId = state.at("/guilds/0/id").textValue();
    channelId = state.at("/guilds/0/channels/0/id").textValue();
  }

  String guildId() {
    return guildId;
  }

  String channelId() {
    return channelId;
  }

  /** The role that Discord made for the only bot in the guild. */
  String roleOfTheBot() {
    for (JsonNode role : call("GET", "/state", "").findParents("tags")) {
      if (role.path("tags").has("bot_id")) {
        return role.path("id").asText();
      }
    }
    throw new IllegalStateException("no role stands for a bot");
  }

  void says(String text) {
    String body = JSON.createObjectNode().put("user_id", userId).put("content", text).toString();
    call("POST", "/channels/" + channelId + "/messages", body);
  }

  JsonNode fault(String json) {
    return call("POST", "/faults", json);
  }

  /** Makes many people talk; returns when all has been said. */
  void firehose(int channels, int count, int rate) {
    call(
        "POST",
        "/firehose",
        JSON.createObjectNode()
            .put("channels", channels)
            .put("count", count)
            .put("rate", rate)
            .toString());
  }

  /** Whether a bot's gateway session is open. */
  boolean isConnected() {
    return call("GET", "/state", "").at("/sessions/0/state").asText().equals("connected");
  }

  /** What the gateway has given out up to now. */
  Dispatched dispatched() {
    return new Dispatched(call("GET", "/ledger", ""));
  }

  private JsonNode call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= FIRST_ERROR) {
        throw new IllegalStateException(path + ": " + response.statusCode() + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
