/** Doing what somebody asks once: claimed, decided, shown, finished. */
@NullMarked
package dev.gatehouse.assistant.processing;

import org.jspecify.annotations.NullMarked;
