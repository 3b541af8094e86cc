package dev.gatehouse.discord.model;

/**
 * One of Discord's numbered values. The set grows without notice, so a value is a number with
 * well-known constants and not an enum; one that has no constant yet is kept as it is.
 */
public sealed interface Code
    permits ButtonStyle,
        ChannelType,
        CommandType,
        InteractionContextType,
        InteractionType,
        MessageType,
        CommandOptionType,
        ReferenceType,
        TextInputStyle,
        IntegrationType {
  /** The number on the wire. */
  int value();
}
