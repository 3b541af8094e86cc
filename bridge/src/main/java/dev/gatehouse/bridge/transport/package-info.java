/** A WebSocket that hands messages over as bytes, and the stream compressions of the gateway. */
@NullMarked
package dev.gatehouse.bridge.transport;

import org.jspecify.annotations.NullMarked;
