package dev.gatehouse.bridge.wire;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;

/**
 * Who a connection is.
 *
 * @param intents as a bit set
 */
public record Identity(Secret token, int intents, Shard shard) {}
