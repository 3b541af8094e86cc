package dev.gatehouse.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Turns queue messages into JSON and back. Fields that it does not know are skipped, so that an
 * older consumer survives a newer producer; a platform's payload is carried as it came.
 */
public final class MessageCodec {
  private MessageCodec() {}

  /** The message as one line of JSON. */
  public static String encode(QueueMessage message) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = FieldReader.JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("v", message.version());
      write(message, new FieldWriter(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return text.toString();
  }

  /**
   * Reads a message.
   *
   * @throws InvalidFieldException naming the field that is missing or wrong; {@code body} when it
   *     is not a JSON object at all
   */
  public static QueueMessage decode(String body) {
    Fields fields = FieldReader.read(body);
    String kind = fields.text(FieldWriter.KIND);
    return switch (kind) {
      case EventCodec.GATEWAY_EVENT -> EventCodec.readGatewayEvent(fields);
      case EventCodec.INTERACTION_RECEIVED -> EventCodec.readInteraction(fields);
      case EventCodec.GAP_DETECTED -> EventCodec.readGap(fields);
      case TurnCodec.TURN_REQUESTED -> TurnCodec.read(fields);
      case CommandCodec.UPDATE_PRESENCE -> CommandCodec.readPresence(fields);
      case CommandCodec.REQUEST_MEMBERS -> CommandCodec.readMembers(fields);
      case CommandCodec.UPDATE_VOICE_STATE -> CommandCodec.readVoiceState(fields);
      default ->
          throw new InvalidFieldException(
              FieldWriter.KIND, "is not known to this release: " + kind);
    };
  }

  private static void write(QueueMessage message, FieldWriter to) throws IOException {
    switch (message) {
      case GatewayEvent event -> EventCodec.write(event, to);
      case InteractionReceived interaction -> EventCodec.write(interaction, to);
      case GapDetected gap -> EventCodec.write(gap, to);
      case TurnRequested turn -> TurnCodec.write(turn, to);
      case GatewayCommand command -> CommandCodec.write(command, to);
    }
  }
}
