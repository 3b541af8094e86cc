/** Who and what there is in the simulated Discord, behind one writer's lock. */
@NullMarked
package dev.gatehouse.simulator.state;

import org.jspecify.annotations.NullMarked;
