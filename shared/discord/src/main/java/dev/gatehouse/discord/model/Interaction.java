package dev.gatehouse.discord.model;

/**
 * Something a person did that the application answers within three seconds.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/receiving-and-responding">Receiving
 *     and responding</a>
 */
public sealed interface Interaction
    permits PingInteraction,
        CommandInteraction,
        ComponentInteraction,
        AutocompleteInteraction,
        ModalInteraction,
        UnknownInteraction {
  /** Who did it, where, and how to answer. */
  InteractionContext context();

  /** The id, by which a repeated delivery is recognised. */
  default Snowflake id() {
    return context().id();
  }
}
