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

  /** Seen by the caller only, at once: nothing was started. */
  static final String QUEUE_UNREACHABLE =
      "{\"type\":4,\"data\":{\"flags\":64,\"content\":\"Gatehouse could not take this on: its"
          + " queue cannot be reached, so nothing was started. Please try again in a minute; if it"
          + " goes on, whoever runs Gatehouse finds the reason in the log of its interactions"
          + " function.\"}}";

  /** Seen by the caller only, at once: nobody knows whether it was started. */
  static final String QUEUE_UNANSWERED =
      "{\"type\":4,\"data\":{\"flags\":64,\"content\":\"Gatehouse does not know whether it could"
          + " take this on: its queue did not answer in time. If nothing appears here within a"
          + " minute, it was not started: then please try again. Whoever runs Gatehouse finds the"
          + " reason in the log of its interactions function.\"}}";

  private static final String DEFERRED_MESSAGE = "{\"type\":5}";
  private static final String DEFERRED_EPHEMERAL = "{\"type\":5,\"data\":{\"flags\":64}}";
  private static final String DEFERRED_UPDATE = "{\"type\":6}";

  private Callback() {}

  static String of(Acknowledgement acknowledgement) {
    return switch (acknowledgement) {
      case DEFERRED_MESSAGE -> DEFERRED_MESSAGE;
      case DEFERRED_EPHEMERAL -> DEFERRED_EPHEMERAL;
      case DEFERRED_UPDATE -> DEFERRED_UPDATE;
    };
  }
}
