package dev.gatehouse.contracts;

/**
 * Where a conversation is held: its history is shared by those who can read that channel, and by
 * nobody else.
 *
 * @param channelId a channel, a thread or a direct-message channel
 */
public record ConversationId(Platform platform, String channelId) {
  public ConversationId {
    Check.notBlank("channel_id", channelId);
    Check.atMost("channel_id", 64, channelId);
  }

  /** The key of the conversation's rows, and its FIFO group. */
  public String key() {
    return GroupId.ofChannel(platform, channelId);
  }
}
