package dev.gatehouse.simulator.interactions;

/**
 * Kinds of first responses.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type">
 *     Interaction callback type</a>
 */
final class ResponseType {
  static final int PONG = 1;
  static final int MESSAGE = 4;
  static final int DEFERRED_MESSAGE = 5;
  static final int DEFERRED_UPDATE = 6;
  static final int UPDATE = 7;
  static final int AUTOCOMPLETE = 8;
  static final int MODAL = 9;

  private ResponseType() {}

  /** Whether a response of the type fits the interaction. */
  static boolean fits(int response, Interaction interaction) {
    return switch (interaction.kind()) {
      case PING -> response == PONG;
      case AUTOCOMPLETE -> response == AUTOCOMPLETE;
      case COMMAND -> response == MESSAGE || response == DEFERRED_MESSAGE || response == MODAL;
      case COMPONENT -> response >= MESSAGE && response <= UPDATE || response == MODAL;
      case MODAL_SUBMIT ->
          response == MESSAGE
              || response == DEFERRED_MESSAGE
              || interaction.source().isPresent()
                  && (response == DEFERRED_UPDATE || response == UPDATE);
    };
  }
}
