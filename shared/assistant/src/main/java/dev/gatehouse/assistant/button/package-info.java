/** The buttons below an answer: what their ids say, on each platform. */
@NullMarked
package dev.gatehouse.assistant.button;

import org.jspecify.annotations.NullMarked;
