package dev.gatehouse.bridge.session;

/**
 * What a close code from the gateway means (<a
 * href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes">Discord</a>).
 */
sealed interface Closure {
  /** Connect again and resume; also when no code came, or an unknown one. */
  record Resume() implements Closure {}

  /** The session is gone: connect again and identify. */
  record NewSession() implements Closure {}

  /** Connecting again is pointless until a person has acted. */
  record Final(String whatToDo) implements Closure {}

  static Closure of(int code) {
    return switch (code) {
      case 4007, 4009 -> new NewSession();
      case 4004 ->
          new Final(
              "4004: Discord refused the token; set DISCORD_TOKEN to the one under Bot in the"
                  + " developer portal");
      case 4010 ->
          new Final("4010: Discord refused the shard; check SHARDS (auto, n or first-last/n)");
      case 4011 ->
          new Final("4011: the bot is in too many guilds for so few shards; set SHARDS=auto");
      case 4012 -> new Final("4012: Discord no longer speaks gateway version 10; update Gatehouse");
      case 4013 ->
          new Final("4013: Discord refused the intents; check DISCORD_INTENTS for bits it has not");
      case 4014 ->
          new Final(
              "4014: DISCORD_INTENTS asks for a privileged intent (GUILD_MEMBERS, GUILD_PRESENCES"
                  + " or MESSAGE_CONTENT) that is off; switch it on under Bot in the developer"
                  + " portal, or leave it out");
      default -> new Resume();
    };
  }
}
