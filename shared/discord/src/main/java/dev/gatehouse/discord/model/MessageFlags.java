package dev.gatehouse.discord.model;

/**
 * The flags of a message, as bits.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/resources/message#message-object-message-flags">Message
 *     flags</a>
 */
public record MessageFlags(long bits) {
  public static final MessageFlags NONE = new MessageFlags(0);
  public static final MessageFlags SUPPRESS_EMBEDS = new MessageFlags(1 << 2);
  public static final MessageFlags HAS_THREAD = new MessageFlags(1 << 5);
  public static final MessageFlags EPHEMERAL = new MessageFlags(1 << 6);
  public static final MessageFlags LOADING = new MessageFlags(1 << 7);
  public static final MessageFlags SUPPRESS_NOTIFICATIONS = new MessageFlags(1 << 12);
  public static final MessageFlags IS_VOICE_MESSAGE = new MessageFlags(1 << 13);
  public static final MessageFlags IS_COMPONENTS_V2 = new MessageFlags(1 << 15);

  public MessageFlags with(MessageFlags other) {
    return new MessageFlags(bits | other.bits);
  }

  public boolean has(MessageFlags other) {
    return (bits & other.bits) == other.bits;
  }
}
