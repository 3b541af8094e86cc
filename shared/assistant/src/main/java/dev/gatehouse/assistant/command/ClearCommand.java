package dev.gatehouse.assistant.command;

import dev.gatehouse.assistant.history.History;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.turn.TurnStore;

/** Deletes what is remembered of a conversation, and says how much that was. */
public final class ClearCommand {
  /** An attempt that broke off may have deleted some, so that their number is not known. */
  private static final String FORGOTTEN = "This conversation is forgotten.";

  private final History history;
  private final TurnStore turns;

  public ClearCommand(History history, TurnStore turns) {
    this.history = history;
    this.turns = turns;
  }

  String of(Request request) {
    int deleted = history.clear(request.conversation());
    int open = turns.open(request.conversation()).size();
    String forgotten = request.firstAttempt() ? deleted(deleted) : FORGOTTEN;
    return forgotten + stillToCome(open);
  }

  private static String deleted(int entries) {
    return switch (entries) {
      case 0 -> "There was nothing to forget in this conversation.";
      case 1 -> "Forgotten: 1 entry of this conversation.";
      default -> "Forgotten: " + entries + " entries of this conversation.";
    };
  }

  private static String stillToCome(int open) {
    return switch (open) {
      case 0 -> "";
      case 1 -> " 1 answer is still being written and will be remembered.";
      default -> " " + open + " answers are still being written and will be remembered.";
    };
  }
}
