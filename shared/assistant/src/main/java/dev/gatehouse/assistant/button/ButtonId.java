package dev.gatehouse.assistant.button;

import dev.gatehouse.chat.reply.Action;

/**
 * The id of a button, which a platform sends back when it is pressed: what the button does, a
 * colon, and what it does that to.
 */
public sealed interface ButtonId {
  /** Stops a turn. */
  record Stop(String turnId) implements ButtonId {
    private static final String PREFIX = "stop:";

    @Override
    public String text() {
      return PREFIX + turnId;
    }

    /** The button itself. */
    public Action button() {
      return new Action(text(), "Stop", Action.Style.SECONDARY);
    }
  }

  /** A button that this release does not know, as one of an older message may be. */
  record Unknown(String text) implements ButtonId {}

  /** The id as a platform carries it, at most 100 characters. */
  String text();

  /** The id that a platform sent back. */
  static ButtonId parse(String text) {
    boolean stop = text.startsWith(Stop.PREFIX) && text.length() > Stop.PREFIX.length();
    return stop ? new Stop(text.substring(Stop.PREFIX.length())) : new Unknown(text);
  }
}
