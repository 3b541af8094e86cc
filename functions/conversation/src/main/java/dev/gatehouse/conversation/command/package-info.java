/** The assistant's commands and what they do. */
@NullMarked
package dev.gatehouse.conversation.command;

import org.jspecify.annotations.NullMarked;
