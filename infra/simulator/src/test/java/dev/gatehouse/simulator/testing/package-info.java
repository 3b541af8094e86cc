/** A simulator under test and the clients that poke it. */
@NullMarked
package dev.gatehouse.simulator.testing;

import org.jspecify.annotations.NullMarked;
