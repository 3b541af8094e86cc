package dev.gatehouse.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch of a chat gateway, as the bridge forwards it: routing fields beside the untouched
 * payload.
 *
 * @param session the gateway session that the sequence number belongs to
 * @param sequence the gateway's own number, rising by one within the session
 * @param name of the event, such as {@code MESSAGE_CREATE}; unknown ones pass through
 * @param guildId null outside a guild
 * @param channelId null for an event that belongs to no channel
 * @param authorIsBot whether a bot or a webhook caused it
 * @param mentionsUs whether the payload mentions our own user, or the role that stands for it
 * @param ourRole the role that stands for our user in the guild; null unless it is mentioned
 * @param receivedAt when the frame was read, to the millisecond
 */
public record GatewayEvent(
    int version,
    Platform platform,
    String session,
    long sequence,
    Shard shard,
    String name,
    @Nullable String guildId,
    @Nullable String channelId,
    boolean authorIsBot,
    boolean mentionsUs,
    @Nullable String ourRole,
    Instant receivedAt,
    Payload payload)
    implements EventMessage {
  public GatewayEvent {
    Check.version(version);
    Check.notBlank("session", session);
    Check.atMost("session", 100, session);
    Check.notNegative("seq", sequence);
    Check.notBlank("event", name);
  }

  @Override
  public String groupId() {
    return GroupId.ofEvent(platform, channelId, guildId, shard);
  }

  @Override
  public String deduplicationId() {
    return session + "-" + sequence;
  }
}
