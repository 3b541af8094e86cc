package dev.gatehouse.bridge.transport;

import java.io.IOException;

/** The server answered, but not by switching to WebSocket. */
public final class UpgradeRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  UpgradeRefusedException(int status, String reason) {
    super("WebSocket upgrade refused: " + reason);
    this.status = status;
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }
}
