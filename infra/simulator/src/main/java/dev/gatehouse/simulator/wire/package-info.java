/** How the state looks in Discord's JSON. */
@NullMarked
package dev.gatehouse.simulator.wire;

import org.jspecify.annotations.NullMarked;
