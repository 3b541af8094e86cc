/** The port through which an answer appears in a chat, streamed or whole. */
@NullMarked
package dev.gatehouse.chat.reply;

import org.jspecify.annotations.NullMarked;
