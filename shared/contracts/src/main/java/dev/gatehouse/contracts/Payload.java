package dev.gatehouse.contracts;

/** A platform's payload: inside the message, or behind a claim check when it is too large. */
public sealed interface Payload {
  /** The payload itself. */
  record Inline(RawJson json) implements Payload {}

  /**
   * Where the payload lies, since SQS takes at most 1 MiB.
   *
   * @param key of the object in the claim-check store
   * @param bytes the payload's length
   */
  record Claimed(String key, long bytes) implements Payload {
    public Claimed {
      Check.notBlank("claim.key", key);
      Check.notNegative("claim.bytes", bytes);
    }
  }
}
