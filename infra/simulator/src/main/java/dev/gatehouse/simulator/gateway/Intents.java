package dev.gatehouse.simulator.gateway;

/**
 * Which events a session wants.
 *
 * @see <a href="https://discord.com/developers/docs/topics/gateway#gateway-intents">Intents</a>
 */
public final class Intents {
  public static final long NONE = 0;
  public static final long GUILDS = 1;
  public static final long GUILD_MEMBERS = 1 << 1;
  public static final long GUILD_VOICE_STATES = 1 << 7;
  public static final long GUILD_PRESENCES = 1 << 8;
  public static final long GUILD_MESSAGES = 1 << 9;
  public static final long GUILD_MESSAGE_REACTIONS = 1 << 10;
  public static final long GUILD_MESSAGE_TYPING = 1 << 11;
  public static final long DIRECT_MESSAGES = 1 << 12;
  public static final long DIRECT_MESSAGE_REACTIONS = 1 << 13;
  public static final long DIRECT_MESSAGE_TYPING = 1 << 14;
  public static final long MESSAGE_CONTENT = 1 << 15;

  private static final long PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
  private static final long KNOWN = (1L << 17) - 1 | 1L << 20 | 1L << 21 | 1L << 24 | 1L << 25;

  private Intents() {}

  static boolean areKnown(long intents) {
    return (intents & ~KNOWN) == 0;
  }

  static boolean areUnprivileged(long intents) {
    return (intents & PRIVILEGED) == 0;
  }

  static boolean has(long intents, long wanted) {
    return (intents & wanted) == wanted;
  }
}
