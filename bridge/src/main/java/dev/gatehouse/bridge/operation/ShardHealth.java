package dev.gatehouse.bridge.operation;

import dev.gatehouse.bridge.shard.ShardStatus;

/**
 * How one shard does.
 *
 * @param lag events that came but are not known to be on the queue
 */
public record ShardHealth(ShardStatus status, long lag) {}
