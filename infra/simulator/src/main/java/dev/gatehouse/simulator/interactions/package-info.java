/** Interactions from a person's click to the application's answer. */
@NullMarked
package dev.gatehouse.simulator.interactions;

import org.jspecify.annotations.NullMarked;
