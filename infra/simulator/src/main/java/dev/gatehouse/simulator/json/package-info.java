/** JSON trees: the one mapper, and typed looks into what a client sent. */
@NullMarked
package dev.gatehouse.simulator.json;

import org.jspecify.annotations.NullMarked;
