/** Discord's rules for what a client may send, and the shape of a refusal. */
@NullMarked
package dev.gatehouse.simulator.validation;

import org.jspecify.annotations.NullMarked;
