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
  /** What the sort keys of a conversation's entries begin with. */
  public static final String HISTORY_ENTRIES = "at#";

  /**
   * What the sort keys of a turn's steps and of its shown text both begin with, but not that of the
   * turn's own row: one query reads all that lies beside it.
   */
  public static final String BESIDE_TURN = "s";

  private static final String STEP = "step#";
  private static final String SHOWN = "shown";

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

  /** What a person asked in that conversation lately, by a fingerprint of the text. */
  public static Key recentQuestion(ConversationId conversation, String userId, String fingerprint) {
    return new Key("asked#" + conversation.key() + "#" + userId, fingerprint);
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

  /** A turn. */
  public static Key turn(String turnId) {
    return new Key("turn#" + turnId, "turn");
  }

  /** A step of a turn; padded, so that the order of strings is the order of steps. */
  public static Key turnStep(String turnId, int number) {
    return new Key(turn(turnId).partition(), STEP + "%03d".formatted(number));
  }

  /** What was shown of a turn's answer before that is recorded. */
  public static Key turnShown(String turnId) {
    return new Key(turn(turnId).partition(), SHOWN);
  }

  /** The partition that lists the turns of a conversation that have not ended. */
  public static String openTurns(ConversationId conversation) {
    return "open-turns#" + conversation.key();
  }

  /** The turn among those of its conversation that have not ended. */
  public static Key openTurn(ConversationId conversation, String turnId) {
    return new Key(openTurns(conversation), turnId);
  }

  /** The partition of the answers that a conversation did not take. */
  public static String unshownAnswers(ConversationId conversation) {
    return "unshown#" + conversation.key();
  }

  /** An answer that its conversation did not take; the id is the request's or the turn's. */
  public static Key unshownAnswer(ConversationId conversation, String id) {
    return new Key(unshownAnswers(conversation), id);
  }

  /** The partition of what was said in a conversation. */
  public static String history(ConversationId conversation) {
    return "history#" + conversation.key();
  }

  /** What was said; padded, so that the order of strings is the order of times. */
  public static Key historyEntry(ConversationId conversation, long atMillis, String entryId) {
    String digits = Long.toString(atMillis);
    String padded = "0".repeat(Math.max(0, 15 - digits.length())) + digits;
    return new Key(history(conversation), HISTORY_ENTRIES + padded + "#" + entryId);
  }

  /** What finds the time of an entry by its id. */
  public static Key historyMarker(ConversationId conversation, String entryId) {
    return new Key(history(conversation), "id#" + entryId);
  }
}
