/** The shell around a session: one thread that reads its connection and keeps its timers. */
@NullMarked
package dev.gatehouse.bridge.shard;

import org.jspecify.annotations.NullMarked;
