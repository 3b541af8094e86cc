package dev.gatehouse.llm.turn;

import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.turn.TurnStore;
import dev.gatehouse.chat.reply.Replies;
import dev.gatehouse.llm.model.LanguageModel;
import dev.gatehouse.llm.prompt.PromptWriter;

/** All that a turn reaches out to. */
public record TurnPorts(
    TurnStore turns,
    History history,
    Replies replies,
    LanguageModel model,
    PromptWriter prompts,
    TurnLog log) {}
