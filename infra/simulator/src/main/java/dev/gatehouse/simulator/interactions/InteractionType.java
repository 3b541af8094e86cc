package dev.gatehouse.simulator.interactions;

/**
 * Kinds of interactions.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type">
 *     Interaction type</a>
 */
enum InteractionType {
  PING(1),
  COMMAND(2),
  COMPONENT(3),
  AUTOCOMPLETE(4),
  MODAL_SUBMIT(5);

  private final int code;

  InteractionType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
