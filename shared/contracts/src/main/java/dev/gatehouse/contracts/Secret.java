package dev.gatehouse.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A token or key that prints as redacted, so that no log line or exception message can leak it.
 * Only the adapter that sends the secret calls {@link #reveal()}.
 */
public final class Secret {
  private static final String REDACTED = "[redacted]";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Wraps a value that must not be blank. */
  public static Secret of(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
    return new Secret(value);
  }

  /** The value itself, for the wire and nothing else. */
  public String reveal() {
    return value;
  }

  /** Compares in constant time, so that a timing cannot reveal a prefix. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return REDACTED;
  }

  private byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
