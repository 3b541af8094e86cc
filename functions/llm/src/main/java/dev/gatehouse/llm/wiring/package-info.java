/** Puts the function together from its settings. */
@NullMarked
package dev.gatehouse.llm.wiring;

import org.jspecify.annotations.NullMarked;
