/** The state of turns: rows with conditional writes, so that each turn is answered once. */
@NullMarked
package dev.gatehouse.assistant.turn;

import org.jspecify.annotations.NullMarked;
