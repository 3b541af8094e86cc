package dev.gatehouse.bridge.shard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.bridge.scan.FrameScanner;
import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.SessionEvent;
import java.io.IOException;
import java.time.Duration;

/**
 * Reads the frames of one shard: what each means to its session (<a
 * href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway">Discord</a>),
 * and the ids that route it. READY tells it who we are, which says whom a mention means.
 */
final class FrameDecoder {
  private static final JsonFactory JSON = new JsonFactory();
  private static final SessionEvent HEARTBEAT_REQUESTED = new SessionEvent.HeartbeatRequested();
  private static final SessionEvent HEARTBEAT_ACKNOWLEDGED =
      new SessionEvent.HeartbeatAcknowledged();
  private static final SessionEvent HEARD = new SessionEvent.Heard();

  private final FrameScanner scanner = new FrameScanner();

  /**
   * @param ourId our own user's id, or {@link Scan#NONE} until READY tells it
   */
  FrameDecoder(long ourId) {
    scanner.ourId(ourId);
  }

  /**
   * A frame that has been read; valid until the next one is.
   *
   * @param event what it means to the session
   * @param scan what routes it
   * @param bytes which were scanned
   */
  record Decoded(SessionEvent event, Scan scan, byte[] bytes) {}

  /**
   * Reads the frame that lies between two positions.
   *
   * @throws MalformedFrameException when it is not JSON, or a control frame lacks what it must
   *     carry; the message names the field, and quotes nothing
   */
  Decoded decode(byte[] bytes, int from, int to) throws MalformedFrameException {
    Scan scan = scanner.scan(bytes, from, to);
    return new Decoded(event(scan, bytes), scan, bytes);
  }

  private SessionEvent event(Scan scan, byte[] bytes) throws MalformedFrameException {
    return switch (scan.opcode()) {
      case 0 -> dispatch(scan, bytes);
      case 1 -> HEARTBEAT_REQUESTED;
      case 7 -> new SessionEvent.ReconnectRequested();
      case 9 -> new SessionEvent.SessionInvalidated(isTrue(scan, bytes));
      case 10 -> read(scan, bytes, FrameDecoder::hello);
      case 11 -> HEARTBEAT_ACKNOWLEDGED;
      default -> HEARD;
    };
  }

  private SessionEvent dispatch(Scan scan, byte[] bytes) throws MalformedFrameException {
    return switch (scan.event().text()) {
      case "READY" -> {
        SessionEvent.Ready ready = read(scan, bytes, json -> ready(scan.sequence(), json));
        scanner.ourId(ready.userId());
        yield ready;
      }
      case "RESUMED" -> new SessionEvent.Resumed(scan.sequence());
      default -> new SessionEvent.Dispatched(scan.sequence());
    };
  }

  private static boolean isTrue(Scan scan, byte[] bytes) {
    return scan.dataEnd() > scan.dataStart() && bytes[scan.dataStart()] == 't';
  }

  private interface Data<T> {
    T read(JsonParser json) throws IOException, MalformedFrameException;
  }

  /**
   * Parses {@code d}. A parser's own message would quote the frame, so it is not passed on. It
   * takes some bytes for UTF-32 and then fails with more than {@code JsonProcessingException}.
   */
  private static <T> T read(Scan scan, byte[] bytes, Data<T> data) throws MalformedFrameException {
    int length = scan.dataEnd() - scan.dataStart();
    try (JsonParser json = JSON.createParser(bytes, scan.dataStart(), length)) {
      return data.read(json);
    } catch (IOException e) {
      throw new MalformedFrameException("d of opcode " + scan.opcode() + " is not JSON");
    }
  }

  private static SessionEvent.Hello hello(JsonParser json)
      throws IOException, MalformedFrameException {
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals("heartbeat_interval");
      if (json.nextToken().isNumeric() && found && json.getLongValue() > 0) {
        return new SessionEvent.Hello(Duration.ofMillis(json.getLongValue()));
      }
      json.skipChildren();
    }
    throw new MalformedFrameException("HELLO has no heartbeat_interval above 0");
  }

  private static SessionEvent.Ready ready(long sequence, JsonParser json)
      throws IOException, MalformedFrameException {
    String sessionId = "";
    String resumeUrl = "";
    long userId = Scan.NONE;
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      switch (name) {
        case "session_id" -> sessionId = json.getValueAsString("");
        case "resume_gateway_url" -> resumeUrl = json.getValueAsString("");
        case "user" -> userId = token == JsonToken.START_OBJECT ? id(json) : Scan.NONE;
        default -> json.skipChildren();
      }
    }
    if (sessionId.isEmpty() || resumeUrl.isEmpty()) {
      throw new MalformedFrameException(
          "READY has no " + (sessionId.isEmpty() ? "session_id" : "resume_gateway_url"));
    }
    return new SessionEvent.Ready(sequence, sessionId, resumeUrl, userId);
  }

  private static long id(JsonParser json) throws IOException {
    long id = Scan.NONE;
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
}
