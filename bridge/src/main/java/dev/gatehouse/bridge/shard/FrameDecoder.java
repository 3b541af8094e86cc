package dev.gatehouse.bridge.shard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.bridge.scan.FrameScanner;
import dev.gatehouse.bridge.scan.MalformedFrameException;
import dev.gatehouse.bridge.scan.MentionTargets;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.bridge.session.SessionEvent;
import dev.gatehouse.bridge.transport.GatewayConnection;
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

  private final FrameScanner scanner;
  private final MentionTargets us;

  /**
   * @param us is told what READY and GUILD_CREATE say of it
   */
  FrameDecoder(MentionTargets us) {
    this.scanner = new FrameScanner(us);
    this.us = us;
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
    if (scan.sequence() == Scan.NONE) {
      throw new MalformedFrameException("a dispatch has no s above 0");
    }
    return switch (scan.event().text()) {
      case "READY" -> {
        SessionEvent.Ready ready = read(scan, bytes, json -> ready(scan.sequence(), json));
        us.begin(ready.userId());
        yield ready;
      }
      case "RESUMED" -> new SessionEvent.Resumed(scan.sequence());
      case "GUILD_CREATE", "GUILD_ROLE_CREATE" -> {
        learnOurRole(scan, bytes);
        yield new SessionEvent.Dispatched(scan.sequence());
      }
      default -> new SessionEvent.Dispatched(scan.sequence());
    };
  }

  /** A guild without a role of ours, or one that cannot be read, is passed on all the same. */
  private void learnOurRole(Scan scan, byte[] bytes) {
    try {
      read(scan, bytes, this::roles);
    } catch (MalformedFrameException e) {
      // Mentions of that role are missed; the event is as good as any other.
    }
  }

  private long roles(JsonParser json) throws IOException {
    while (nextMember(json)) {
      if (json.currentName().equals("role")) {
        role(json);
      } else if (json.currentName().equals("roles") && json.isExpectedStartArrayToken()) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          role(json);
        }
      }
      json.skipChildren();
    }
    return us.userId();
  }

  /** Takes a role, or whatever stands in its place. */
  private void role(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    long role = Scan.NONE;
    long bot = Scan.NONE;
    while (nextMember(json)) {
      switch (json.currentName()) {
        case "id" -> role = json.getValueAsLong();
        case "tags" -> bot = number(json, "bot_id");
        default -> {}
      }
      json.skipChildren();
    }
    us.learn(role, bot);
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
      json.nextToken();
      return data.read(json);
    } catch (IOException e) {
      throw new MalformedFrameException("d of opcode " + scan.opcode() + " is not JSON");
    }
  }

  /** Moves from inside an object to the value of its next member; false behind the last one. */
  private static boolean nextMember(JsonParser json) throws IOException {
    boolean found = json.nextToken() == JsonToken.FIELD_NAME;
    if (found) {
      json.nextToken();
    }
    return found;
  }

  private static SessionEvent.Hello hello(JsonParser json)
      throws IOException, MalformedFrameException {
    long millis = number(json, "heartbeat_interval");
    if (millis <= 0) {
      throw new MalformedFrameException("HELLO has no heartbeat_interval above 0");
    }
    return new SessionEvent.Hello(Duration.ofMillis(millis));
  }

  /** A URL that is missing, or none to connect to, leaves the main one to resume at. */
  private static SessionEvent.Ready ready(long sequence, JsonParser json)
      throws IOException, MalformedFrameException {
    String sessionId = "";
    String resumeUrl = "";
    long userId = Scan.NONE;
    while (nextMember(json)) {
      switch (json.currentName()) {
        case "session_id" -> sessionId = json.getValueAsString("");
        case "resume_gateway_url" -> resumeUrl = json.getValueAsString("");
        case "user" -> userId = number(json, "id");
        default -> {}
      }
      json.skipChildren();
    }
    if (sessionId.isEmpty()) {
      throw new MalformedFrameException("READY has no session_id");
    }
    String url = GatewayConnection.isUrl(resumeUrl) ? resumeUrl : "";
    return new SessionEvent.Ready(sequence, sessionId, url, userId);
  }

  /** A member of the object at which the parser stands as a number; 0 when there is none. */
  private static long number(JsonParser json, String name) throws IOException {
    long number = 0;
    boolean isObject = json.isExpectedStartObjectToken();
    while (isObject && nextMember(json)) {
      if (json.currentName().equals(name)) {
        number = json.getValueAsLong();
      }
      json.skipChildren();
    }
    return number;
  }
}
