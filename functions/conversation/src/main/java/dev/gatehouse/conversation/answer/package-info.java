/** Doing what somebody asked, once: claimed, answered, finished. */
@NullMarked
package dev.gatehouse.conversation.answer;

import org.jspecify.annotations.NullMarked;
