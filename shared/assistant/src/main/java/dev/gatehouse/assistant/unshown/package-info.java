/** Answers that could not be shown where they were asked for, and where they went instead. */
@NullMarked
package dev.gatehouse.assistant.unshown;

import org.jspecify.annotations.NullMarked;
