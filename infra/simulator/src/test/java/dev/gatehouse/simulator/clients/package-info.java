/** Clients that nobody here wrote, living in the simulator unmodified. */
@NullMarked
package dev.gatehouse.simulator.clients;

import org.jspecify.annotations.NullMarked;
