/** The assistant's commands: their catalogue, and what each does. */
@NullMarked
package dev.gatehouse.assistant.command;

import org.jspecify.annotations.NullMarked;
