package dev.gatehouse.codec;

import com.fasterxml.jackson.core.JsonFactory;
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
  static final JsonFactory JSON = new JsonFactory();
  static final String KIND = "kind";

  private MessageCodec() {}

  /** The message as one line of JSON. */
  public static String encode(QueueMessage message) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
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
    String kind = fields.text(KIND);
    return switch (kind) {
      case EventForm.GATEWAY_EVENT -> EventForm.readGatewayEvent(fields);
      case EventForm.INTERACTION_RECEIVED -> EventForm.readInteraction(fields);
      case EventForm.GAP_DETECTED -> EventForm.readGap(fields);
      case TurnForm.TURN_REQUESTED -> TurnForm.read(fields);
      case CommandForm.UPDATE_PRESENCE -> CommandForm.readPresence(fields);
      case CommandForm.REQUEST_MEMBERS -> CommandForm.readMembers(fields);
      case CommandForm.UPDATE_VOICE_STATE -> CommandForm.readVoiceState(fields);
      default -> throw new InvalidFieldException(KIND, "is not known to this release: " + kind);
    };
  }

  private static void write(QueueMessage message, FieldWriter to) throws IOException {
    switch (message) {
      case GatewayEvent event -> EventForm.write(event, to);
      case InteractionReceived interaction -> EventForm.write(interaction, to);
      case GapDetected gap -> EventForm.write(gap, to);
      case TurnRequested turn -> TurnForm.write(turn, to);
      case GatewayCommand command -> CommandForm.write(command, to);
    }
  }
}
