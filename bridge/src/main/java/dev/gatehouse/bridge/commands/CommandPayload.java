package dev.gatehouse.bridge.commands;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.gatehouse.bridge.outbox.GroupKey;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.EventMessage;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.TurnRequested;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands to this gateway, and writes the payloads that they are sent as (<a
 * href="https://docs.discord.com/developers/events/gateway-events#send-events">Discord</a>).
 */
final class CommandPayload {
  /** The gateway closes a connection that sends a longer payload. */
  static final int MOST_BYTES = 4096;

  private static final JsonFactory JSON = new JsonFactory();
  private static final int CUSTOM_ACTIVITY = 4;

  private CommandPayload() {}

  /**
   * The command that a message holds.
   *
   * @throws InvalidFieldException when it cannot be read, or is no command to this gateway
   */
  static GatewayCommand read(String body) {
    return switch (MessageCodec.decode(body)) {
      case GatewayCommand command when command.platform().equals(GroupKey.PLATFORM) -> command;
      case GatewayCommand _ ->
          throw new InvalidFieldException(
              "platform", "this gateway is that of " + GroupKey.PLATFORM.name());
      case EventMessage _, TurnRequested _ ->
          throw new InvalidFieldException("kind", "is no command to the gateway");
    };
  }

  /**
   * The payload as UTF-8.
   *
   * @throws InvalidFieldException when it would be too long for the gateway
   */
  static byte[] write(GatewayCommand command) {
    byte[] payload =
        switch (command) {
          case GatewayCommand.UpdatePresence presence -> json(3, to -> presence(presence, to));
          case GatewayCommand.UpdateVoiceState voice -> json(4, to -> voice(voice, to));
          case GatewayCommand.RequestMembers members -> json(8, to -> members(members, to));
        };
    if (payload.length > MOST_BYTES) {
      throw new InvalidFieldException(
          "command", "makes a payload of " + payload.length + " bytes; Discord takes 4096");
    }
    return payload;
  }

  private static void presence(GatewayCommand.UpdatePresence presence, JsonGenerator to)
      throws IOException {
    to.writeNullField("since");
    to.writeArrayFieldStart("activities");
    String activity = presence.activity();
    if (activity != null) {
      to.writeStartObject();
      to.writeStringField("name", "Custom Status");
      to.writeNumberField("type", CUSTOM_ACTIVITY);
      to.writeStringField("state", activity);
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeStringField("status", presence.status());
    to.writeBooleanField("afk", false);
  }

  private static void voice(GatewayCommand.UpdateVoiceState voice, JsonGenerator to)
      throws IOException {
    to.writeStringField("guild_id", voice.guildId());
    nullable("channel_id", voice.channelId(), to);
    to.writeBooleanField("self_mute", voice.selfMute());
    to.writeBooleanField("self_deaf", voice.selfDeaf());
  }

  private static void members(GatewayCommand.RequestMembers members, JsonGenerator to)
      throws IOException {
    to.writeStringField("guild_id", members.guildId());
    to.writeStringField("query", members.query());
    to.writeNumberField("limit", members.limit());
  }

  private static void nullable(String name, @Nullable String value, JsonGenerator to)
      throws IOException {
    if (value == null) {
      to.writeNullField(name);
    } else {
      to.writeStringField(name, value);
    }
  }

  private interface Data {
    void writeTo(JsonGenerator to) throws IOException;
  }

  private static byte[] json(int opcode, Data data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("op", opcode);
      json.writeObjectFieldStart("d");
      data.writeTo(json);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }
}
