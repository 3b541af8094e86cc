package dev.gatehouse.llm.prompt;

import dev.gatehouse.assistant.history.AnswerOutcome;
import dev.gatehouse.assistant.history.Entry;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.llm.model.Prompt;
import dev.gatehouse.llm.model.PromptMessage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/**
 * Writes prompts: the newest part of the conversation that fits a budget, and the question last.
 * What others asked after the question is left for their own turns.
 */
public final class PromptWriter {
  private final int budget;
  private final InstantSource clock;

  /**
   * A writer of prompts of limited size.
   *
   * @param budget the most tokens, by a cautious estimate, of system text and messages together;
   *     the question is sent whole even when it alone is more
   */
  public PromptWriter(int budget, InstantSource clock) {
    this.budget = budget;
    this.clock = clock;
  }

  /**
   * The prompt of a turn.
   *
   * @param history oldest first; may hold the question itself
   */
  public Prompt write(TurnRequested turn, List<Entry> history) {
    String system = SystemPrompt.at(clock.instant());
    PromptMessage question = PromptMessage.byUser(turn.askedByName(), turn.prompt());
    int left = budget - TokenEstimate.of(system) - cost(question);
    List<PromptMessage> messages = newest(before(turn, history), left);
    messages.add(question);
    return new Prompt(system, messages);
  }

  private static List<PromptMessage> before(TurnRequested turn, List<Entry> history) {
    List<PromptMessage> said = new ArrayList<>();
    for (Entry entry : withoutQuestion(turn, history)) {
      switch (entry.role()) {
        case ASSISTANT -> said.add(PromptMessage.byAssistant(answer(entry)));
        case USER -> {
          if (!entry.at().isAfter(turn.requestedAt())) {
            said.add(PromptMessage.byUser(entry.author(), entry.text()));
          }
        }
      }
    }
    return said;
  }

  /** An answer that is not whole says so, or the model takes it for all that there was to say. */
  private static String answer(Entry entry) {
    if (entry.text().isEmpty()) {
      return entry.outcome() == AnswerOutcome.STOPPED
          ? "[A person stopped this question before it was answered.]"
          : "[This question could not be answered.]";
    }
    return switch (entry.outcome()) {
      case COMPLETE -> entry.text();
      case CUT -> entry.text() + "\n\n[This answer was cut at its length limit.]";
      case STOPPED -> entry.text() + "\n\n[A person stopped this answer before it was whole.]";
      case OUT_OF_TIME, FAILED -> entry.text() + "\n\n[This answer broke off before it was whole.]";
    };
  }

  /** The history's last entry that says what the question says is the question. */
  private static List<Entry> withoutQuestion(TurnRequested turn, List<Entry> history) {
    List<Entry> rest = new ArrayList<>(history);
    for (int i = rest.size() - 1; i >= 0; i--) {
      if (isQuestion(rest.get(i), turn)) {
        rest.remove(i);
        return rest;
      }
    }
    return rest;
  }

  private static boolean isQuestion(Entry entry, TurnRequested turn) {
    return entry.role() == Entry.Role.USER && entry.text().equals(turn.prompt());
  }

  private static List<PromptMessage> newest(List<PromptMessage> said, int budget) {
    LinkedList<PromptMessage> kept = new LinkedList<>();
    int left = budget;
    for (PromptMessage message : said.reversed()) {
      left -= cost(message);
      if (left < 0) {
        break;
      }
      kept.addFirst(message);
    }
    return new ArrayList<>(kept);
  }

  private static int cost(PromptMessage message) {
    return TokenEstimate.of(message.attributed()) + 4;
  }
}
