/** The rows that the processes of a bot keep in the state table: where each kind lies. */
@NullMarked
package dev.gatehouse.bridge.state;

import org.jspecify.annotations.NullMarked;
