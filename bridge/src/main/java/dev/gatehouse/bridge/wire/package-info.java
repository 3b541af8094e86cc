/** What is sent on a gateway connection, and what its control frames mean. */
@NullMarked
package dev.gatehouse.bridge.wire;

import org.jspecify.annotations.NullMarked;
