package dev.gatehouse.bench.soak;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.contracts.Payload;
import java.io.IOException;

/** The id of the message that a MESSAGE_CREATE tells of. */
final class MessageId {
  private static final JsonFactory JSON = new JsonFactory();

  private MessageId() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when the payload is not a message, whole and in its place
   */
  static long of(Payload payload) {
    return switch (payload) {
      case Payload.Inline(var json) -> of(json.text());
      case Payload.Claimed claimed ->
          throw new IllegalArgumentException("a small message needs no claim check: " + claimed);
    };
  }

  private static long of(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      long id = 0;
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        id = name.equals("id") ? Long.parseLong(json.getText()) : id;
        json.skipChildren();
      }
      return id;
    } catch (IOException e) {
      throw new IllegalArgumentException("a payload is no JSON", e);
    }
  }
}
