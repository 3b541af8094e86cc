/** Who runs which shard, and when it may identify. */
@NullMarked
package dev.gatehouse.bridge.sharding;

import org.jspecify.annotations.NullMarked;
