package dev.gatehouse.conversation.testing;

import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.Payload;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Shard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as Discord's gateway sends it, and as the bridge forwards it. */
public record MessageJson(
    String id,
    String channel,
    @Nullable String guild,
    String author,
    boolean bot,
    String content,
    boolean mentionsUs,
    @Nullable String replyTo) {
  /** A message in a server's channel. */
  public static MessageJson of(String id, String content) {
    return new MessageJson(id, "100", "50", "7", false, content, false, null);
  }

  public MessageJson mentioningUs() {
    return new MessageJson(
        id,
        channel,
        guild,
        author,
        bot,
        "<@" + FakeDiscord.OURSELVES + "> " + content,
        true,
        replyTo);
  }

  public MessageJson in(String otherChannel) {
    return new MessageJson(id, otherChannel, guild, author, bot, content, mentionsUs, replyTo);
  }

  public MessageJson direct() {
    return new MessageJson(id, "200", null, author, bot, content, mentionsUs, replyTo);
  }

  public MessageJson from(String otherAuthor) {
    return new MessageJson(id, channel, guild, otherAuthor, bot, content, mentionsUs, replyTo);
  }

  public MessageJson fromBot() {
    return new MessageJson(id, channel, guild, author, true, content, mentionsUs, replyTo);
  }

  public MessageJson replyingTo(String authorOfOriginal) {
    return new MessageJson(id, channel, guild, author, bot, content, mentionsUs, authorOfOriginal);
  }

  /** The gateway's {@code d}. */
  public RawJson json() {
    return new RawJson(
        """
        {"id":"%s","channel_id":"%s",%s"type":%d,"content":"%s","timestamp":"2026-01-01T00:00:00Z",
        "author":{"id":"%s","username":"ada","global_name":"Ada","bot":%s},
        "mentions":[%s]%s,"flags":0,"new_field":{"unknown":true}}
        """
            .formatted(
                id,
                channel,
                guild == null ? "" : "\"guild_id\":\"" + guild + "\",",
                replyTo == null ? 0 : 19,
                content,
                author,
                bot,
                mentionsUs ? user(FakeDiscord.OURSELVES) : "",
                replyTo == null ? "" : referenced(replyTo)));
  }

  /** The body of the queue's message. */
  public String body(Instant receivedAt) {
    return body(receivedAt, new Payload.Inline(json()));
  }

  /** The body, with the payload inside or claimed. */
  public String body(Instant receivedAt, Payload payload) {
    return MessageCodec.encode(
        new GatewayEvent(
            QueueMessage.VERSION,
            new Platform("discord"),
            "session",
            1,
            Shard.ONLY,
            "MESSAGE_CREATE",
            guild,
            channel,
            bot,
            mentionsUs,
            null,
            receivedAt,
            payload));
  }

  private String referenced(String original) {
    return ",\"message_reference\":{\"message_id\":\"1\"},\"referenced_message\":{\"id\":\"1\","
        + "\"channel_id\":\""
        + channel
        + "\",\"content\":\"\",\"author\":"
        + user(original)
        + "}";
  }

  private static String user(String id) {
    return "{\"id\":\"" + id + "\",\"username\":\"u" + id + "\"}";
  }
}
