/** When a shard may identify: one after another, and within the day's budget. */
@NullMarked
package dev.gatehouse.bridge.identify;

import org.jspecify.annotations.NullMarked;
