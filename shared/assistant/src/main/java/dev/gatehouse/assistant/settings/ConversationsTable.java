package dev.gatehouse.assistant.settings;

import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.history.TableHistory;
import dev.gatehouse.assistant.turn.TableTurnStore;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.contracts.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The table in which functions share conversations and turns.
 *
 * @param name of the table
 * @param historyDays how long an entry of a conversation is remembered
 */
public record ConversationsTable(String name, int historyDays) {
  /** Longer than any queue keeps a question, its dead letters included. */
  private static final Duration TURNS_KEPT = Duration.ofDays(30);

  /** Reads and checks its settings; each that is wrong is named. */
  public static ConversationsTable of(Settings settings) {
    return new ConversationsTable(
        settings.requiredText("CONVERSATIONS_TABLE", "the name of the table of conversations"),
        settings.integer("HISTORY_TTL_DAYS", 30, 1, 3650));
  }

  /** How long what belongs to a conversation is kept. */
  public Duration retention() {
    return Duration.ofDays(historyDays);
  }

  /** What was said, in that table. */
  public History history(Table table, InstantSource clock) {
    return TableHistory.keepingFor(retention(), table, clock);
  }

  /** The turns, in that table. */
  public TurnStore turns(Table table, InstantSource clock) {
    return new TableTurnStore(table, clock, TURNS_KEPT);
  }
}
