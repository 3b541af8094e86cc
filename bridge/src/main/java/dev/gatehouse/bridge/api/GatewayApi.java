package dev.gatehouse.bridge.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.bridge.transport.GatewayConnection;
import dev.gatehouse.contracts.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks {@code /gateway/bot}. */
public final class GatewayApi implements GatewaySource {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int OK = 200;

  private final URI api;
  private final Secret token;

  /**
   * @param api such as {@code https://discord.com/api/v10}
   */
  public GatewayApi(URI api, Secret token) {
    this.api = api;
    this.token = token;
  }

  @Override
  public GatewayInfo gateway() throws IOException {
    HttpURLConnection connection = open();
    try {
      int status = connection.getResponseCode();
      if (status != OK) {
        throw new ApiException(status, "GET " + api + "/gateway/bot answered " + status);
      }
      try (InputStream body = connection.getInputStream();
          JsonParser json = JSON.createParser(body)) {
        return read(json);
      }
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection open() throws IOException {
    URI address = URI.create(api + "/gateway/bot");
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("Authorization", "Bot " + token.reveal());
    connection.setRequestProperty("User-Agent", "DiscordBot (https://gatehouse.dev, 1)");
    connection.setRequestProperty("Accept", "application/json");
    return connection;
  }

  private static GatewayInfo read(JsonParser json) throws IOException {
    String url = "";
    int shards = 1;
    StartLimit limit = new StartLimit();
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "url" -> url = json.getValueAsString("");
        case "shards" -> shards = json.getValueAsInt(1);
        case "session_start_limit" -> limit.read(json);
        default -> json.skipChildren();
      }
    }
    if (!GatewayConnection.isUrl(url)) {
      throw new IOException(
          "the answer of /gateway/bot has no url that begins with wss:// or ws://");
    }
    return new GatewayInfo(
        url,
        shards,
        limit.total,
        limit.remaining,
        Duration.ofMillis(limit.resetAfter),
        Math.max(1, limit.maxConcurrency));
  }

  private static final class StartLimit {
    private int total = 1000;
    private int remaining = 1000;
    private long resetAfter;
    private int maxConcurrency = 1;

    void read(JsonParser json) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "total" -> total = json.getValueAsInt(total);
          case "remaining" -> remaining = json.getValueAsInt(remaining);
          case "reset_after" -> resetAfter = json.getValueAsLong(0);
          case "max_concurrency" -> maxConcurrency = json.getValueAsInt(1);
          default -> json.skipChildren();
        }
      }
    }
  }
}
