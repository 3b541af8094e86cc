/** What a question says to the model: its own text, and all that came with it, marked as data. */
@NullMarked
package dev.gatehouse.assistant.question;

import org.jspecify.annotations.NullMarked;
