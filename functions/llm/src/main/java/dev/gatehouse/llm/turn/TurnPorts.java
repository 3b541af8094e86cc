package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.assistant.unshown.UnshownAnswers;
import dev.gatehouse.chat.reply.Draft;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.chat.reply.Reply;
import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.prompt.PromptWriter;

/** All that a turn reaches out to. */
public record TurnPorts(
    TurnStore turns,
    History history,
    Replies replies,
    LanguageModel model,
    PromptWriter prompts,
    UnshownAnswers unshown,
    TurnLog log) {

  /** Gives an answer up that the conversation will not take. */
  void giveUp(TurnRequested request, String text, ReplyException why) {
    unshown.add(
        request.conversation(), request.reply(), request.askedBy(), request.turnId(), text, why);
  }

  /** Opens the turn's reply; the turn's id as the key makes opening it again harmless. */
  Reply open(TurnRequested request, Draft first) {
    return replies.open(request.conversation(), request.reply(), request.turnId(), first);
  }
}
