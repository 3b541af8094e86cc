package dev.gatehouse.bridge.commands;

import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Change;
import dev.gatehouse.cloud.table.Condition;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Query;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import dev.gatehouse.contracts.Shard;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where processes of a bot leave commands for each other: rows of the state table, addressed to a
 * shard, whoever runs it by then. They are kept in the order in which they were left.
 */
public final class CommandRelayTable {
  /** A presence or a call that is older helps nobody. */
  static final Duration KEPT = Duration.ofHours(1);

  private static final String LAST = "last";
  private static final String ORDER = "order";
  private static final String SHARD = "shard";
  private static final String SHARDS = "shards";
  private static final String COMMAND = "command_id";
  private static final String BODY = "body";
  private static final int MOST_COMMANDS = 1_000;

  private final Table table;
  private final StateKeys keys;
  private final Clock clock;

  public CommandRelayTable(Table table, StateKeys keys, Clock clock) {
    this.table = table;
    this.keys = keys;
    this.clock = clock;
  }

  /** Leaves a command; one that lies there already stays where it is. */
  void leave(Shard shard, String commandId, String body) {
    Map<String, Value> attributes =
        Map.of(
            SHARD,
            Value.of(shard.index()),
            SHARDS,
            Value.of(shard.count()),
            COMMAND,
            Value.of(commandId),
            ORDER,
            Value.of(nextOrder()),
            BODY,
            Value.of(body),
            Item.TTL,
            Value.of(clock.instant().plus(KEPT).getEpochSecond()));
    table.putIf(new Item(keys.command(shard, commandId), attributes), Condition.absent());
  }

  /** All that lies there, the oldest first. */
  List<RelayedCommand> commands() {
    long now = clock.instant().getEpochSecond();
    return table
        .query(new Query(keys.partition(), StateKeys.COMMANDS, false, MOST_COMMANDS))
        .stream()
        .filter(row -> row.number(Item.TTL, 0) > now)
        .map(CommandRelayTable::command)
        .sorted(Comparator.comparingLong(RelayedCommand::order))
        .toList();
  }

  /** The command was sent to the gateway, or cannot be. */
  void discard(RelayedCommand command) {
    table.delete(keys.command(command.shard(), command.commandId()));
  }

  private long nextOrder() {
    return table
        .updateIf(
            keys.commandCounter(),
            List.of(Change.add(LAST, 1)),
            Condition.any(Condition.absent(), Condition.present()))
        .orElseThrow()
        .number(LAST, 0);
  }

  private static RelayedCommand command(Item row) {
    return new RelayedCommand(
        new Shard((int) row.number(SHARD, 0), (int) row.number(SHARDS, 1)),
        row.text(COMMAND).orElse(""),
        row.number(ORDER, 0),
        row.text(BODY).orElse(""));
  }
}
