/** How far the queue is known to hold a session's events, and where that is remembered. */
@NullMarked
package dev.gatehouse.bridge.cursor;

import org.jspecify.annotations.NullMarked;
