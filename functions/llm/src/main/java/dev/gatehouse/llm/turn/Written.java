package dev.gatehouse.llm.turn;

import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.llm.model.Ending;
import java.util.Optional;

/**
 * How the writing of an answer ended.
 *
 * @param text all that the model said
 * @param reply the reply that shows it, if one was opened
 */
record Written(String text, Ending ending, Interruption interruption, Optional<Reply> reply) {}
