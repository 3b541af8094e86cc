/** What an operator sees of the bridge: health, metrics and where they are served. */
@NullMarked
package dev.gatehouse.bridge.operation;

import org.jspecify.annotations.NullMarked;
