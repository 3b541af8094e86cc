package dev.gatehouse.interactions;

import dev.gatehouse.contracts.Acknowledgement;

/**
 * The responses to an interaction (<a
 * href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type">Discord</a>).
 */
final class Callback {
  static final String PONG = "{\"type\":1}";

  /** None of our commands declares autocompletion, so an older registration gets no choices. */
  static final String NO_CHOICES = "{\"type\":8,\"data\":{\"choices\":[]}}";

  /** Nothing was started, and the same may be taken later; seen by the caller only. */
  static final String NOT_TAKEN =
      message(
          true,
          "Gatehouse could not take this on: its queue cannot be used right now, so nothing was"
              + " started. Please try again in a minute; if it goes on, whoever runs Gatehouse finds"
              + " the reason in the log of its interactions function.");

  /** Nothing was started, and the same would be refused again; seen by the caller only. */
  static final String REFUSED =
      message(
          true,
          "Gatehouse could not take this on: its queue refuses it as it is, so nothing was started,"
              + " and the same again would be refused too. Whoever runs Gatehouse finds the reason in"
              + " the log of its interactions function.");

  private static final String UNKNOWN =
      "⚠️ Gatehouse does not know whether this was taken on: its queue did not answer in time. ";

  /** Seen by whom the answer would be: if there is one, it takes this message's place. */
  private static final String COMMAND_UNKNOWN =
      UNKNOWN
          + "If it was, the answer takes the place of this message. You can send the same again right"
          + " away: within a minute, the same question is not answered twice.";

  private static final String PRESS_UNKNOWN =
      UNKNOWN + "If it was, it happens by itself; doing the same again does no harm.";

  private static final String DEFERRED_MESSAGE = "{\"type\":5}";
  private static final String DEFERRED_EPHEMERAL = "{\"type\":5,\"data\":{\"flags\":64}}";
  private static final String DEFERRED_UPDATE = "{\"type\":6}";

  private Callback() {}

  /** "… is thinking", or nothing to see: the response comes later. */
  static String deferred(Acknowledgement acknowledgement) {
    return switch (acknowledgement) {
      case DEFERRED_MESSAGE -> DEFERRED_MESSAGE;
      case DEFERRED_EPHEMERAL -> DEFERRED_EPHEMERAL;
      case DEFERRED_UPDATE -> DEFERRED_UPDATE;
    };
  }

  /** The response in place of that acknowledgement when nobody knows what became of it. */
  static String unknown(Acknowledgement acknowledgement) {
    return switch (acknowledgement) {
      case DEFERRED_MESSAGE -> message(false, COMMAND_UNKNOWN);
      case DEFERRED_EPHEMERAL -> message(true, COMMAND_UNKNOWN);
      case DEFERRED_UPDATE -> message(true, PRESS_UNKNOWN);
    };
  }

  private static String message(boolean ephemeral, String content) {
    String flags = ephemeral ? "\"flags\":64," : "";
    return "{\"type\":4,\"data\":{" + flags + "\"content\":" + Problem.quoted(content) + "}}";
  }
}
