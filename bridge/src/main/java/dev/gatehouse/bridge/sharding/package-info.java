/** Who runs which shard. */
@NullMarked
package dev.gatehouse.bridge.sharding;

import org.jspecify.annotations.NullMarked;
