package dev.gatehouse.simulator.state;

/**
 * Permissions as bits. They exceed 32 bits, so they travel as decimal text.
 *
 * @see <a href="https://discord.com/developers/docs/topics/permissions">Permissions</a>
 */
public final class Permission {
  public static final long KICK_MEMBERS = 1L << 1;
  public static final long ADMINISTRATOR = 1L << 3;
  public static final long MANAGE_CHANNELS = 1L << 4;
  public static final long ADD_REACTIONS = 1L << 6;
  public static final long VIEW_CHANNEL = 1L << 10;
  public static final long SEND_MESSAGES = 1L << 11;
  public static final long MANAGE_MESSAGES = 1L << 13;
  public static final long EMBED_LINKS = 1L << 14;
  public static final long ATTACH_FILES = 1L << 15;
  public static final long READ_MESSAGE_HISTORY = 1L << 16;
  public static final long MENTION_EVERYONE = 1L << 17;
  public static final long MANAGE_ROLES = 1L << 28;
  public static final long MANAGE_THREADS = 1L << 34;
  public static final long CREATE_PUBLIC_THREADS = 1L << 35;
  public static final long CREATE_PRIVATE_THREADS = 1L << 36;
  public static final long SEND_MESSAGES_IN_THREADS = 1L << 38;
  public static final long MODERATE_MEMBERS = 1L << 40;
  public static final long SEND_POLLS = 1L << 49;
  public static final long PIN_MESSAGES = 1L << 51;

  /** Every permission there is. */
  public static final long ALL = (1L << 53) - 1;

  /** What a bot is invited with here: everything but {@link #ADMINISTRATOR}. */
  public static final long OF_BOT = ALL & ~ADMINISTRATOR;

  /** What everybody may do in a new guild. */
  static final long OF_EVERYONE =
      1L // CREATE_INSTANT_INVITE
          | ADD_REACTIONS
          | 1L << 9 // STREAM
          | VIEW_CHANNEL
          | SEND_MESSAGES
          | EMBED_LINKS
          | ATTACH_FILES
          | READ_MESSAGE_HISTORY
          | MENTION_EVERYONE
          | 1L << 18 // USE_EXTERNAL_EMOJIS
          | 1L << 20 // CONNECT
          | 1L << 21 // SPEAK
          | 1L << 25 // USE_VAD
          | 1L << 26 // CHANGE_NICKNAME
          | 1L << 31 // USE_APPLICATION_COMMANDS
          | CREATE_PUBLIC_THREADS
          | CREATE_PRIVATE_THREADS
          | 1L << 37 // USE_EXTERNAL_STICKERS
          | SEND_MESSAGES_IN_THREADS
          | 1L << 46 // SEND_VOICE_MESSAGES
          | SEND_POLLS;

  /** What a moderator may do beside that. */
  static final long OF_MODERATOR =
      MANAGE_MESSAGES | PIN_MESSAGES | MANAGE_THREADS | MODERATE_MEMBERS | KICK_MEMBERS;

  private Permission() {}

  /** Whether all the bits are there. */
  public static boolean has(long permissions, long bits) {
    return (permissions & bits) == bits;
  }
}
