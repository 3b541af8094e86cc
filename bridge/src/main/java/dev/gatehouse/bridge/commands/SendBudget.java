package dev.gatehouse.bridge.commands;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * What a connection may still send: 120 payloads in any 60 s, past which the gateway closes it (<a
 * href="https://docs.discord.com/developers/events/gateway#rate-limiting">Discord</a>). Commands
 * leave a reserve to heartbeats. Not safe for use by several threads.
 */
public final class SendBudget {
  /** Payloads in any window. */
  static final int MOST = 120;

  /** What commands leave to heartbeats, their answers to op 1, and resumes. */
  static final int RESERVE = 15;

  static final Duration WINDOW = Duration.ofSeconds(60);

  private final ArrayDeque<Instant> sent = new ArrayDeque<>(MOST);

  /** Notes a payload that the session itself sends, which nothing holds back. */
  public void note(Instant now) {
    forgetOld(now);
    sent.addLast(now);
  }

  /** Takes a place for a command; false when none is left. */
  boolean take(Instant now) {
    forgetOld(now);
    if (sent.size() >= MOST - RESERVE) {
      return false;
    }
    sent.addLast(now);
    return true;
  }

  private void forgetOld(Instant now) {
    while (!sent.isEmpty() && !now.isBefore(sent.getFirst().plus(WINDOW))) {
      sent.removeFirst();
    }
  }
}
