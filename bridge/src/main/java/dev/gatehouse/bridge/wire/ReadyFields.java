package dev.gatehouse.bridge.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What READY tells (<a
 * href="https://docs.discord.com/developers/events/gateway-events#ready">Discord</a>).
 *
 * @param userId our own user's id; 0 when it is missing
 */
public record ReadyFields(String sessionId, String resumeUrl, long userId) {
  static ReadyFields read(JsonParser json) throws IOException {
    String sessionId = "";
    String resumeUrl = "";
    long userId = 0;
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      switch (name) {
        case "session_id" -> sessionId = json.getValueAsString("");
        case "resume_gateway_url" -> resumeUrl = json.getValueAsString("");
        case "user" -> userId = token == JsonToken.START_OBJECT ? id(json) : 0;
        default -> json.skipChildren();
      }
    }
    return checked(sessionId, resumeUrl, userId);
  }

  private static long id(JsonParser json) throws IOException {
    long id = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals("id");
      json.nextToken();
      if (found) {
        id = json.getValueAsLong();
      }
      json.skipChildren();
    }
    return id;
  }

  private static ReadyFields checked(String sessionId, String resumeUrl, long userId)
      throws IOException {
    if (sessionId.isEmpty() || resumeUrl.isEmpty()) {
      throw new IOException(
          "READY has no " + (sessionId.isEmpty() ? "session_id" : "resume_gateway_url"));
    }
    return new ReadyFields(sessionId, resumeUrl, userId);
  }
}
