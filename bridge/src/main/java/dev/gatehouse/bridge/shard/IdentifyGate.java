package dev.gatehouse.bridge.shard;

import dev.gatehouse.contracts.Shard;
import java.time.Duration;

/**
 * Lets shards identify one after another (<a
 * href="https://docs.discord.com/developers/events/gateway#rate-limiting">Discord</a>: {@code
 * max_concurrency} per 5 s, and a budget per day; past it Discord resets the token).
 */
public interface IdentifyGate {
  /** The answer. */
  sealed interface Verdict {
    /** Identify now. */
    record Granted() implements Verdict {}

    /**
     * Not now.
     *
     * @param retryAfter when to ask again
     * @param why for the log and the health report; empty when other shards just have the slots
     */
    record Refused(Duration retryAfter, String why) implements Verdict {}
  }

  /** Asks for a slot. May wait, for a table or for Discord; safe for use by several threads. */
  Verdict request(Shard shard);
}
