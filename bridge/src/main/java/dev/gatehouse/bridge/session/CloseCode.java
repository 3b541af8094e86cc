package dev.gatehouse.bridge.session;

/**
 * The codes that we close with (<a
 * href="https://docs.discord.com/developers/events/gateway#initiating-a-disconnect">Discord</a>):
 * 1000 and 1001 would end the session on Discord's side.
 */
public enum CloseCode {
  /** Keeps the session, so that it can be resumed. */
  KEEP_SESSION(4000);

  private final int number;

  CloseCode(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
