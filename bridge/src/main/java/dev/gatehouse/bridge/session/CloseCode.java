package dev.gatehouse.bridge.session;

/**
 * The code of a close frame: what one from the gateway means (<a
 * href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes">Discord</a>),
 * and the one that we close with (<a
 * href="https://docs.discord.com/developers/events/gateway#initiating-a-disconnect">Discord</a>).
 */
public final class CloseCode {
  /** What we close with: 1000 and 1001 would end the session on Discord's side. */
  public static final int KEEP_SESSION = 4000;

  private CloseCode() {}

  /** What follows from a close. */
  sealed interface Meaning {
    /** Connect again and resume; also when no code came, or an unknown one. */
    record Resume() implements Meaning {}

    /** The session is gone: connect again and identify. */
    record NewSession() implements Meaning {}

    /** Connecting again is pointless until a person has acted. */
    record Final(String whatToDo) implements Meaning {}
  }

  static Meaning meaning(int code) {
    return switch (code) {
      case 4007, 4009 -> new Meaning.NewSession();
      case 4004 ->
          new Meaning.Final(
              "4004: Discord refused the token; set DISCORD_TOKEN to the one under Bot in the"
                  + " developer portal");
      case 4010 ->
          new Meaning.Final(
              "4010: Discord refused the shard; check SHARDS (auto, n or first-last/n)");
      case 4011 ->
          new Meaning.Final(
              "4011: the bot is in too many guilds for so few shards; set SHARDS=auto");
      case 4012 ->
          new Meaning.Final("4012: Discord no longer speaks gateway version 10; update Gatehouse");
      case 4013 ->
          new Meaning.Final(
              "4013: Discord refused the intents; check DISCORD_INTENTS for bits it has not");
      case 4014 ->
          new Meaning.Final(
              "4014: DISCORD_INTENTS asks for a privileged intent (GUILD_MEMBERS, GUILD_PRESENCES"
                  + " or MESSAGE_CONTENT) that is off; switch it on under Bot in the developer"
                  + " portal, or leave it out");
      default -> new Meaning.Resume();
    };
  }
}
