package dev.gatehouse.bridge.settings;

import java.util.Arrays;
import java.util.Map;

/**
 * Gateway intents as a bit set, read from a number or from names (<a
 * href="https://docs.discord.com/developers/events/gateway#list-of-intents">Discord</a>).
 */
public final class Intents {
  /** Guilds and messages; a bot that is mentioned needs no privileged intent. */
  public static final int DEFAULT = 1 | 1 << 9 | 1 << 12;

  private static final Map<String, Integer> BITS =
      Map.ofEntries(
          Map.entry("GUILDS", 0),
          Map.entry("GUILD_MEMBERS", 1),
          Map.entry("GUILD_MODERATION", 2),
          Map.entry("GUILD_EXPRESSIONS", 3),
          Map.entry("GUILD_INTEGRATIONS", 4),
          Map.entry("GUILD_WEBHOOKS", 5),
          Map.entry("GUILD_INVITES", 6),
          Map.entry("GUILD_VOICE_STATES", 7),
          Map.entry("GUILD_PRESENCES", 8),
          Map.entry("GUILD_MESSAGES", 9),
          Map.entry("GUILD_MESSAGE_REACTIONS", 10),
          Map.entry("GUILD_MESSAGE_TYPING", 11),
          Map.entry("DIRECT_MESSAGES", 12),
          Map.entry("DIRECT_MESSAGE_REACTIONS", 13),
          Map.entry("DIRECT_MESSAGE_TYPING", 14),
          Map.entry("MESSAGE_CONTENT", 15),
          Map.entry("GUILD_SCHEDULED_EVENTS", 16),
          Map.entry("AUTO_MODERATION_CONFIGURATION", 20),
          Map.entry("AUTO_MODERATION_EXECUTION", 21),
          Map.entry("GUILD_MESSAGE_POLLS", 24),
          Map.entry("DIRECT_MESSAGE_POLLS", 25));

  private Intents() {}

  /**
   * Reads {@code 4609} or {@code GUILDS,GUILD_MESSAGES,DIRECT_MESSAGES}.
   *
   * @throws IllegalArgumentException that names the intent that Discord does not have
   */
  public static int parse(String text) {
    if (text.chars().allMatch(Character::isDigit)) {
      return Integer.parseInt(text);
    }
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .mapToInt(Intents::bit)
        .reduce(0, (a, b) -> a | b);
  }

  private static int bit(String name) {
    Integer bit = BITS.get(name);
    if (bit == null) {
      throw new IllegalArgumentException("there is no intent '" + name + "'");
    }
    return 1 << bit;
  }
}
