package dev.gatehouse.interactions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.interactions.http.MalformedRequestException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the envelope of an interaction, and proves on the way that the whole body is JSON. */
final class EnvelopeReader {
  private final JsonParser json;
  private @Nullable Long type;
  private @Nullable String id;
  private @Nullable String applicationId;
  private @Nullable String token;
  private @Nullable String guildId;
  private @Nullable String channelId;
  private @Nullable String userId;
  private @Nullable String name;

  private EnvelopeReader(JsonParser json) {
    this.json = json;
  }

  static Envelope read(byte[] body, JsonFactory factory) throws MalformedRequestException {
    try (JsonParser json = factory.createParser(body)) {
      return new EnvelopeReader(json).envelope();
    } catch (JsonProcessingException e) {
      throw new MalformedRequestException(
          "body: is not JSON; it goes wrong at byte " + e.getLocation().getByteOffset());
    } catch (IOException e) {
      throw new MalformedRequestException("body: is not UTF-8 JSON");
    }
  }

  private Envelope envelope() throws IOException, MalformedRequestException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedRequestException("body: must be a JSON object, an interaction");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      readField(json.currentName(), json.nextToken());
    }
    if (json.nextToken() != null) {
      throw new MalformedRequestException("body: must be one JSON object, with nothing after it");
    }
    return checked();
  }

  private void readField(String field, JsonToken value) throws IOException {
    switch (field) {
      case "type" -> type = number(value);
      case "id" -> id = text(value);
      case "application_id" -> applicationId = text(value);
      case "token" -> token = text(value);
      case "guild_id" -> guildId = text(value);
      case "channel_id" -> channelId = text(value);
      case "member" -> readInside(value, "user");
      case "user" -> readInside(value, "id");
      case "data" -> readInside(value, "name");
      default -> json.skipChildren();
    }
  }

  /** Reads one field of an object: {@code member.user}, {@code user.id} or {@code data.name}. */
  private void readInside(JsonToken value, String wanted) throws IOException {
    if (value != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(wanted);
      JsonToken inner = json.nextToken();
      if (found) {
        keep(wanted, inner);
      } else {
        json.skipChildren();
      }
    }
  }

  private void keep(String wanted, JsonToken value) throws IOException {
    switch (wanted) {
      case "user" -> readInside(value, "id");
      case "id" -> userId = text(value);
      default -> name = text(value);
    }
  }

  private @Nullable String text(JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return null;
  }

  private @Nullable Long number(JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != NumberType.BIG_INTEGER) {
      return json.getLongValue();
    }
    json.skipChildren();
    return null;
  }

  private Envelope checked() throws MalformedRequestException {
    InteractionKind known = knownType();
    if (known == InteractionKind.PING) {
      return new Envelope(known, "", "", "", null, null, null, null);
    }
    return new Envelope(
        known,
        required("id", id),
        required("application_id", applicationId),
        required("token", token),
        guildId,
        channelId,
        userId,
        name);
  }

  private InteractionKind knownType() throws MalformedRequestException {
    if (type == null) {
      throw new MalformedRequestException(
          "type: is missing or no number; it must be a number from 1 to 5");
    }
    InteractionKind known = InteractionKind.ofCode(type);
    if (known == null) {
      throw new MalformedRequestException(
          "type: " + type + " is unknown to this release; it must be a number from 1 to 5");
    }
    return known;
  }

  private static String required(String field, @Nullable String value)
      throws MalformedRequestException {
    if (value == null || value.isBlank()) {
      throw new MalformedRequestException(field + ": is missing; it must be a string");
    }
    return value;
  }
}
