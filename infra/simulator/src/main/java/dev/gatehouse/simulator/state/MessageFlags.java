package dev.gatehouse.simulator.state;

/**
 * Bits of a message's flags.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/resources/message#message-object-message-flags">
 *     Message flags</a>
 */
public final class MessageFlags {
  /** Embeds are not shown. */
  public static final int SUPPRESS_EMBEDS = 1 << 2;

  /** It passes another message on. */
  public static final int HAS_SNAPSHOT = 1 << 14;

  /** Its one file is what somebody said. */
  public static final int IS_VOICE_MESSAGE = 1 << 13;

  /** A thread hangs below the message. */
  public static final int HAS_THREAD = 1 << 5;

  /** Only the user of the interaction sees it. */
  public static final int EPHEMERAL = 1 << 6;

  /** "… is thinking". */
  public static final int LOADING = 1 << 7;

  /** No notification. */
  public static final int SUPPRESS_NOTIFICATIONS = 1 << 12;

  /** Components only: no content, no embeds. */
  public static final int IS_COMPONENTS_V2 = 1 << 15;

  private MessageFlags() {}

  /** Whether all the bits are set. */
  public static boolean has(int flags, int bits) {
    return (flags & bits) == bits;
  }
}
