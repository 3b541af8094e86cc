package dev.gatehouse.bridge.shard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.gatehouse.bridge.session.GatewayPayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The JSON of what a session sends (<a
 * href="https://docs.discord.com/developers/events/gateway-events#send-events">Discord</a>).
 */
final class PayloadWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String NAME = "gatehouse";

  private final ShardIdentity identity;

  PayloadWriter(ShardIdentity identity) {
    this.identity = identity;
  }

  /** The payload as UTF-8. */
  byte[] write(GatewayPayload payload) {
    return switch (payload) {
      case GatewayPayload.Heartbeat beat -> json(1, to -> heartbeat(beat, to));
      case GatewayPayload.Identify _ -> json(2, this::identify);
      case GatewayPayload.Resume resume -> json(6, to -> resume(resume, to));
    };
  }

  private static void heartbeat(GatewayPayload.Heartbeat beat, JsonGenerator to)
      throws IOException {
    if (beat.sequence() == GatewayPayload.Heartbeat.NONE) {
      to.writeNull();
    } else {
      to.writeNumber(beat.sequence());
    }
  }

  private void identify(JsonGenerator to) throws IOException {
    to.writeStartObject();
    to.writeStringField("token", identity.token().reveal());
    to.writeNumberField("intents", identity.intents());
    to.writeFieldName("shard");
    to.writeArray(new int[] {identity.shard().index(), identity.shard().count()}, 0, 2);
    to.writeObjectFieldStart("properties");
    to.writeStringField("os", "linux");
    to.writeStringField("browser", NAME);
    to.writeStringField("device", NAME);
    to.writeEndObject();
    to.writeEndObject();
  }

  private void resume(GatewayPayload.Resume resume, JsonGenerator to) throws IOException {
    to.writeStartObject();
    to.writeStringField("token", identity.token().reveal());
    to.writeStringField("session_id", resume.sessionId());
    to.writeNumberField("seq", resume.sequence());
    to.writeEndObject();
  }

  private interface Data {
    void writeTo(JsonGenerator to) throws IOException;
  }

  private static byte[] json(int opcode, Data data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("op", opcode);
      json.writeFieldName("d");
      data.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }
}
