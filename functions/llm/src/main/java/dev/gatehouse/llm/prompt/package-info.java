/** Makes a prompt of a question and the conversation before it, within what a model can read. */
@NullMarked
package dev.gatehouse.llm.prompt;

import org.jspecify.annotations.NullMarked;
