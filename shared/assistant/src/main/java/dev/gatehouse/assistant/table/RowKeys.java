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

  /** A request, which is handled once. */
  public static Key request(Platform platform, String requestId) {
    return new Key("request#" + platform.name() + "#" + requestId, "request");
  }

  /** The reading again of a conversation after a gap, which is done once. */
  public static Key gap(GapDetected gap, ConversationId conversation) {
    return new Key("gap#" + gap.deduplicationId() + "#" + conversation.key(), "gap");
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
