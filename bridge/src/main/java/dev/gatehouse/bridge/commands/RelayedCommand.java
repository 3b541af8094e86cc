package dev.gatehouse.bridge.commands;

import dev.gatehouse.contracts.Shard;

/**
 * A command that a process took for a shard of another one.
 *
 * @param order rises with each relayed command of the bot
 * @param body the message as it was on the queue
 */
record RelayedCommand(Shard shard, String commandId, long order, String body) {
  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "RelayedCommand[" + commandId + " to " + shard + "]";
  }
}
