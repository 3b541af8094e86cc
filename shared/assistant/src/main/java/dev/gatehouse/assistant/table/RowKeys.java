package dev.gatehouse.assistant.table;

import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.Platform;

/**
 * Keys of the rows in the table of conversations. Ids of a platform are unique on that platform
 * only, so each key that holds one names the platform as well.
 */
public final class RowKeys {
  private RowKeys() {}

  /**
   * What the work on a request is claimed by; {@link dev.gatehouse.cloud.once.Once} makes it a key.
   */
  public static String claimOfRequest(Platform platform, String requestId) {
    return "request#" + platform.name() + "#" + requestId;
  }

  /** What reading again a conversation after a gap is claimed by. */
  public static String claimOfGap(GapDetected gap, ConversationId conversation) {
    return gap.deduplicationId() + "-" + conversation.key();
  }

  /** How many questions a person asked in that minute since the epoch. */
  public static Key questionCount(Platform platform, String userId, long minute) {
    return new Key("rate#" + platform.name() + "#" + userId, Long.toString(minute));
  }

  /** A conversation that we take part in. */
  public static Key participation(ConversationId conversation) {
    return new Key("place#" + conversation.key(), "place");
  }

  /** The conversation among those of its platform. */
  public static Key listedParticipation(ConversationId conversation) {
    return new Key(participations(conversation.platform()), conversation.channelId());
  }

  /** The partition that lists where we take part on a platform. */
  public static String participations(Platform platform) {
    return "places#" + platform.name();
  }
}
