/** The labelled stand-in: looks things up when no language model is configured. */
@NullMarked
package dev.gatehouse.llm.standin;

import org.jspecify.annotations.NullMarked;
