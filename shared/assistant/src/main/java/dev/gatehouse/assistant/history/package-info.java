/** What was said in a conversation, kept for a limited time. */
@NullMarked
package dev.gatehouse.assistant.history;

import org.jspecify.annotations.NullMarked;
