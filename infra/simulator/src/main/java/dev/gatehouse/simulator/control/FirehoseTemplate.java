package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageBody;
import dev.gatehouse.simulator.state.MessageOrigin;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.wire.MessageJson;
import dev.gatehouse.simulator.wire.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One author's message in one channel, rendered once; each sending copies the bytes and writes its
 * id and time into them.
 */
final class FirehoseTemplate {
  private static final long SAMPLE_ID = 1_000_000_000_000_000_000L;

  /** What a dispatch adds to its data: {@code {"t":"MESSAGE_CREATE","s":…,"op":0,"d":…}}. */
  private static final int ENVELOPE = 45;

  private final Channel channel;
  private final MessageOrigin origin;
  private final MessageBody body;
  private final byte[] whole;
  private final byte[] blank;
  private final int timeAt;
  private final int blankTimeAt;
  private final int idAt;

  private FirehoseTemplate(
      Channel channel, MessageOrigin origin, MessageBody body, byte[] whole, byte[] blank) {
    this.channel = channel;
    this.origin = origin;
    this.body = body;
    this.whole = whole;
    this.blank = blank;
    this.idAt = indexOf(whole, Long.toString(SAMPLE_ID));
    this.timeAt = indexOf(whole, Times.text(Instant.EPOCH));
    this.blankTimeAt = indexOf(blank, Times.text(Instant.EPOCH));
  }

  static FirehoseTemplate of(
      Channel channel, User author, int size, int variant, MessageJson json) {
    MessageOrigin origin = MessageOrigin.by(author);
    byte[] blank = render(channel, origin, MessageBody.text(""), json);
    String content = SampleText.text(variant, Math.max(1, size - blank.length - ENVELOPE));
    MessageBody body = MessageBody.text(content);
    return new FirehoseTemplate(channel, origin, body, render(channel, origin, body, json), blank);
  }

  private static byte[] render(
      Channel channel, MessageOrigin origin, MessageBody body, MessageJson json) {
    ObjectNode rendered = json.dispatched(message(SAMPLE_ID, channel, origin, body, Instant.EPOCH));
    return Json.bytes(rendered);
  }

  private static Message message(
      long id, Channel channel, MessageOrigin origin, MessageBody body, Instant time) {
    return new Message(
        id, channel.id(), channel.guildId(), origin, body, time, null, false, null, List.of());
  }

  Channel channel() {
    return channel;
  }

  Message message(long id, Instant time) {
    return message(id, channel, origin, body, time);
  }

  Gateway.Prepared prepared(long id, String time) {
    return new Gateway.Prepared(
        id, channel, stamped(whole, id, time, timeAt), stamped(blank, id, time, blankTimeAt));
  }

  private byte[] stamped(byte[] template, long id, String time, int at) {
    byte[] bytes = template.clone();
    write(bytes, idAt, Long.toString(id));
    write(bytes, at, time);
    return bytes;
  }

  private static void write(byte[] bytes, int at, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, bytes, at, ascii.length);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
