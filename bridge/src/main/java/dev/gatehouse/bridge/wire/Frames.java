package dev.gatehouse.bridge.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.Input;
import java.io.IOException;
import java.time.Duration;

/**
 * What a scanned frame means to a session (<a
 * href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway">Discord</a>).
 */
public final class Frames {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Input HEARD = new Input.Heard();
  private static final Input HEARTBEAT_REQUESTED = new Input.HeartbeatRequested();

  private Frames() {}

  /**
   * Reads a frame.
   *
   * @throws IOException when a control frame lacks what it must carry; the message names the field
   */
  public static Input read(Scan scan, byte[] bytes) throws IOException {
    try {
      return meaning(scan, bytes);
    } catch (JsonProcessingException e) {
      // Its message would quote the frame, which does not belong into a log.
      throw new IOException("d of opcode " + scan.opcode() + " is not JSON", null);
    }
  }

  private static Input meaning(Scan scan, byte[] bytes) throws IOException {
    return switch (scan.opcode()) {
      case 0 -> dispatch(scan, bytes);
      case 1 -> HEARTBEAT_REQUESTED;
      case 7 -> new Input.ReconnectRequested();
      case 9 -> new Input.SessionInvalidated(isTrue(scan, bytes));
      case 10 -> new Input.Hello(heartbeatInterval(scan, bytes));
      default -> HEARD;
    };
  }

  private static Input dispatch(Scan scan, byte[] bytes) throws IOException {
    return switch (scan.event().text()) {
      case "READY" -> ready(scan, bytes);
      case "RESUMED" -> new Input.Resumed(scan.sequence());
      default -> new Input.Dispatched(scan.sequence());
    };
  }

  private static Input ready(Scan scan, byte[] bytes) throws IOException {
    ReadyFields fields = readyFields(scan, bytes);
    return new Input.Ready(scan.sequence(), fields.sessionId(), fields.resumeUrl());
  }

  /** What READY tells besides. */
  public static ReadyFields readyFields(Scan scan, byte[] bytes) throws IOException {
    try (JsonParser json = data(scan, bytes)) {
      return ReadyFields.read(json);
    }
  }

  private static boolean isTrue(Scan scan, byte[] bytes) {
    return scan.dataEnd() > scan.dataStart() && bytes[scan.dataStart()] == 't';
  }

  private static Duration heartbeatInterval(Scan scan, byte[] bytes) throws IOException {
    try (JsonParser json = data(scan, bytes)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = json.currentName().equals("heartbeat_interval");
        if (json.nextToken().isNumeric() && found && json.getLongValue() > 0) {
          return Duration.ofMillis(json.getLongValue());
        }
        json.skipChildren();
      }
    }
    throw new IOException("HELLO has no heartbeat_interval above 0");
  }

  private static JsonParser data(Scan scan, byte[] bytes) throws IOException {
    return JSON.createParser(bytes, scan.dataStart(), scan.dataEnd() - scan.dataStart());
  }
}
