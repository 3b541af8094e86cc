/** The port to a language model: a prompt in, a stream of text out, and a typed ending. */
@NullMarked
package dev.gatehouse.llm.model;

import org.jspecify.annotations.NullMarked;
