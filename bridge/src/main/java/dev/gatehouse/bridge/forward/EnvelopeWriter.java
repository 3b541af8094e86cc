package dev.gatehouse.bridge.forward;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.gatehouse.bridge.outbox.GroupKey;
import dev.gatehouse.bridge.scan.Scan;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.Shard;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes gateway events in the wire format of {@code dev.gatehouse.codec.MessageCodec}, byte for
 * byte, without parsing the payload. One for each session of a shard; not safe for use by several
 * threads.
 */
public final class EnvelopeWriter {
  private static final String HEAD =
      "{\"v\":"
          + QueueMessage.VERSION
          + ",\"kind\":\"gateway_event\",\"platform\":\""
          + escaped(GroupKey.PLATFORM.name())
          + "\",\"session\":\"";

  private static final byte[] EVENT = ascii(",\"event\":\"");
  private static final byte[] GUILD = ascii(",\"guild_id\":\"");
  private static final byte[] CHANNEL = ascii(",\"channel_id\":\"");
  private static final byte[] BOT = ascii(",\"author_is_bot\":");
  private static final byte[] MENTION = ascii(",\"mentions_us\":");
  private static final byte[] OUR_ROLE = ascii(",\"our_role\":\"");
  private static final byte[] RECEIVED = ascii(",\"received_at\":");
  private static final byte[] PAYLOAD = ascii(",\"payload\":");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final int ROOM = 1024;

  private final byte[] head;
  private final byte[] shard;
  private byte[] header = new byte[ROOM];
  private int at;
  private int payloadAt;

  /** Writes events of this session. */
  public EnvelopeWriter(String session, Shard shard) {
    this.head = ascii(HEAD + escaped(session) + "\",\"seq\":");
    this.shard = ascii(",\"shard\":" + shard.index() + ",\"shards\":" + shard.count());
  }

  /**
   * The whole message, payload inside.
   *
   * @param frame the bytes that were scanned
   * @param receivedAt in milliseconds since the epoch
   */
  public byte[] inline(Scan scan, byte[] frame, long receivedAt) {
    writeHeader(scan, receivedAt);
    payloadAt = at + 1;
    append(PAYLOAD);
    int length = scan.dataEnd() - scan.dataStart();
    byte[] message = Arrays.copyOf(header, at + length + 1);
    System.arraycopy(frame, scan.dataStart(), message, at, length);
    message[at + length] = '}';
    return message;
  }

  /** Where the field {@code payload} began in the last message. */
  public int payloadAt() {
    return payloadAt;
  }

  private void writeHeader(Scan scan, long receivedAt) {
    at = 0;
    append(head);
    number(scan.sequence());
    append(shard);
    append(EVENT);
    name(scan);
    id(GUILD, scan.guildId());
    id(CHANNEL, scan.channelId());
    flag(BOT, scan.authorIsBot());
    flag(MENTION, scan.mentionsUs());
    id(OUR_ROLE, scan.ourRole());
    append(RECEIVED);
    number(receivedAt);
  }

  private void name(Scan scan) {
    append(scan.event().json());
    header[at++] = '"';
  }

  private void id(byte[] field, long id) {
    if (id != Scan.NONE) {
      append(field);
      number(id);
      header[at++] = '"';
    }
  }

  private void flag(byte[] field, boolean value) {
    append(field);
    append(value ? TRUE : FALSE);
  }

  private void append(byte[] bytes) {
    if (at + bytes.length + ROOM / 4 > header.length) {
      header = Arrays.copyOf(header, header.length + bytes.length + ROOM);
    }
    System.arraycopy(bytes, 0, header, at, bytes.length);
    at += bytes.length;
  }

  /** Digits back to front, into the room that every append leaves. */
  private void number(long value) {
    int length = digits(value);
    long rest = value;
    for (int i = at + length - 1; i >= at; i--) {
      header[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    at += length;
  }

  private static int digits(long value) {
    int digits = 1;
    for (long bound = 10; value >= bound && digits < 19; bound *= 10) {
      digits++;
    }
    return digits;
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
