package dev.gatehouse.bridge.commands;

import dev.gatehouse.contracts.Shard;

/**
 * A command that a process took for a shard of another one.
 *
 * @param order rises with each letter of the bot
 * @param body the message as it was on the queue
 */
record Letter(Shard shard, String commandId, long order, String body) {
  /** Without the body: logs carry no message content. */
  @Override
  public String toString() {
    return "Letter[" + commandId + " to " + shard + "]";
  }
}
