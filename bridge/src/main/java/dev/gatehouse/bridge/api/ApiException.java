package dev.gatehouse.bridge.api;

import java.io.IOException;

/** Discord answered with an error. */
public final class ApiException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int UNAUTHORIZED = 401;

  private final int status;

  ApiException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }

  /** Whether the token is wrong, so that trying again only leads to a ban. */
  public boolean isUnauthorized() {
    return status == UNAUTHORIZED;
  }
}
