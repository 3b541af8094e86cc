package dev.gatehouse.bridge.shard;

import dev.gatehouse.contracts.Shard;

/**
 * How a shard does.
 *
 * @param state its session's state, such as {@code Live}
 * @param live whether events flow
 * @param detail what a person should know; empty when all is well
 */
public record ShardStatus(Shard shard, String state, boolean live, String detail) {}
