package dev.gatehouse.llm.model;

import java.time.Duration;
import java.util.Optional;

/** Why a model gave no answer, or not all of it. */
public sealed interface Failure {
  /** What may pass: the same request may succeed soon. */
  sealed interface Passing extends Failure {}

  /** Too many requests or tokens a minute (429). */
  record RateLimited(Optional<Duration> retryAfter) implements Passing {
    @Override
    public String detail() {
      long seconds = retryAfter.map(Duration::toSeconds).orElse(60L);
      return seconds <= 60 ? "a minute" : (seconds + 59) / 60 + " minutes";
    }
  }

  /** The store of secrets does not answer; {@code detail} names the secret that holds the key. */
  record KeyUnavailable(String detail) implements Passing {}

  /**
   * The provider is overloaded or broken.
   *
   * @param detail its status (5xx) or, where it gave none, its own word for it
   */
  record ServerError(String detail, Optional<Duration> retryAfter) implements Passing {
    public ServerError(int status, Optional<Duration> retryAfter) {
      this(Integer.toString(status), retryAfter);
    }
  }

  /** No connection: wrong address, no network, or nothing listens; {@code detail} is the host. */
  record Unreachable(String detail) implements Passing {}

  /** The provider accepted the request and then kept silent for too long. */
  record TimedOut(Duration silence) implements Passing {
    @Override
    public String detail() {
      return Long.toString(silence.toSeconds());
    }
  }

  /** The stream ended without its end mark. */
  record BrokenOff() implements Passing {}

  /** The account's credit or quota is used up (402, or 429 that waiting does not cure). */
  record QuotaExhausted() implements Failure {}

  /** The key is missing where the provider wants one, wrong, or may not use the model (status). */
  record Unauthorized(String detail) implements Failure {
    public Unauthorized(int status) {
      this(Integer.toString(status));
    }
  }

  /** No key is configured for the chosen provider; the setting {@code detail} would hold it. */
  record KeyMissing(String detail) implements Failure {}

  /** The conversation does not fit into what the model reads at once. */
  record ContextTooLong() implements Failure {}

  /** The provider's filter withheld the answer, or the model declined to give one. */
  record Refused() implements Failure {}

  /** The provider has no model of that name. */
  record ModelNotFound() implements Failure {}

  /** The provider does not take the request (other 4xx). */
  record InvalidRequest(String detail) implements Failure {
    public InvalidRequest(int status) {
      this(Integer.toString(status));
    }
  }

  /** The stream held something that is not the provider's protocol. */
  record Unintelligible() implements Failure {}

  /** The model ended without a word. */
  record Empty() implements Failure {}

  /** What the text for a person names: a status, a setting, a host, a time; may be empty. */
  default String detail() {
    return "";
  }

  /** How long the provider asked to be left alone. */
  default Optional<Duration> retryAfter() {
    return Optional.empty();
  }
}
