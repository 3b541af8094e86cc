package dev.gatehouse.cloud.credentials;

import org.jspecify.annotations.Nullable;

/** There are no valid credentials now, so no request can be signed; a later call may find some. */
public final class CredentialsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CredentialsUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
