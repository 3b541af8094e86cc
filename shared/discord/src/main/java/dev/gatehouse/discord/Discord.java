package dev.gatehouse.discord;

import dev.gatehouse.contracts.Platform;

/** Discord as one platform among others. */
public final class Discord {
  /** Its name on queues and in keys. */
  public static final Platform PLATFORM = new Platform("discord");

  private Discord() {}
}
