package dev.gatehouse.cloud.secrets;

import org.jspecify.annotations.Nullable;

/** The secrets could not be read; the message names the secret and never its value. */
public final class SecretsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SecretsUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
