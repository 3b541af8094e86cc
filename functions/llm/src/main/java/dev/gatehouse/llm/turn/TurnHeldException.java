package dev.gatehouse.llm.turn;

/** Another worker holds the turn; its queue is to offer it again later. */
public final class TurnHeldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TurnHeldException(String turnId) {
    super("turn " + turnId + " is held by another worker");
  }
}
