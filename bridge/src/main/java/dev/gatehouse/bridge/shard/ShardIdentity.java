package dev.gatehouse.bridge.shard;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;

/**
 * Who a connection is.
 *
 * @param intents as a bit set
 */
public record ShardIdentity(Secret token, int intents, Shard shard) {}
