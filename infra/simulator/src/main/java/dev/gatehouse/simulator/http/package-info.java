/** One port for HTTP, event streams and the hand-over to WebSockets, on Netty. */
@NullMarked
package dev.gatehouse.simulator.http;

import org.jspecify.annotations.NullMarked;
