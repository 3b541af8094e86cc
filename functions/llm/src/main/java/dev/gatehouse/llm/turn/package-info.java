/** The use case: one turn, claimed once, answered in one streamed reply, ended once. */
@NullMarked
package dev.gatehouse.llm.turn;

import org.jspecify.annotations.NullMarked;
