package dev.gatehouse.assistant.turn;

import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Key;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A turn's row, and the row that lists it among the open turns of its conversation. */
final class TurnRow {
  static final String STATE = "state";
  static final String WORKER = "worker";
  static final String LEASE_UNTIL = "lease_until";
  static final String REPLY = "reply";
  static final String STOP = "stop";
  private static final String PLATFORM = "platform";
  private static final String CHANNEL = "channel";
  private static final String ASKED_BY = "asked_by";

  private TurnRow() {}

  static Key key(String turnId) {
    return new Key("turn#" + turnId, "turn");
  }

  static String openPartition(ConversationId conversation) {
    return "open-turns#" + conversation.key();
  }

  static Item queued(String turnId, ConversationId conversation, String askedBy, long expiresAt) {
    return new Item(
        key(turnId),
        Map.of(
            STATE,
            state(TurnState.QUEUED),
            PLATFORM,
            Value.of(conversation.platform().name()),
            CHANNEL,
            Value.of(conversation.channelId()),
            ASKED_BY,
            Value.of(askedBy),
            Item.TTL,
            Value.of(expiresAt)));
  }

  static Item listing(String turnId, ConversationId conversation, long expiresAt) {
    return new Item(
        new Key(openPartition(conversation), turnId), Map.of(Item.TTL, Value.of(expiresAt)));
  }

  static Value state(TurnState state) {
    return Value.of(state.name().toLowerCase(Locale.ROOT));
  }

  static Turn turn(String turnId, Item row) {
    return new Turn(
        turnId,
        conversation(row),
        row.text(ASKED_BY).orElse(""),
        TurnState.valueOf(row.text(STATE).orElseThrow().toUpperCase(Locale.ROOT)),
        row.text(REPLY),
        row.flag(STOP),
        Instant.ofEpochMilli(row.number(LEASE_UNTIL, 0)));
  }

  private static ConversationId conversation(Item row) {
    return new ConversationId(
        new Platform(row.text(PLATFORM).orElseThrow()), row.text(CHANNEL).orElseThrow());
  }
}
