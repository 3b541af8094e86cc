package dev.gatehouse.llm.model;

import java.time.Duration;
import java.util.Optional;

/** Why a model gave no answer, or not all of it. */
public sealed interface Failure {
  /** Too many requests or tokens a minute (429). */
  record RateLimited(Optional<Duration> retryAfter) implements Failure {}

  /** The account's credit or quota is used up (402, or 429 that waiting does not cure). */
  record QuotaExhausted() implements Failure {}

  /** The key is missing where the provider wants one, wrong, or may not use the model. */
  record Unauthorized(int status) implements Failure {}

  /** No key is configured for the chosen provider; {@code setting} would hold it. */
  record KeyMissing(String setting) implements Failure {}

  /** The store of secrets does not answer; {@code setting} names the secret that holds the key. */
  record KeyUnavailable(String setting) implements Failure {}

  /** The provider is overloaded or broken (5xx). */
  record ServerError(int status, Optional<Duration> retryAfter) implements Failure {}

  /** The conversation does not fit into what the model reads at once. */
  record ContextTooLong() implements Failure {}

  /** The provider's filter withheld the answer. */
  record Refused() implements Failure {}

  /** The provider has no model of that name. */
  record ModelNotFound() implements Failure {}

  /** The provider does not take the request (other 4xx). */
  record InvalidRequest(int status) implements Failure {}

  /** No connection: wrong address, no network, or nothing listens. */
  record Unreachable(String host) implements Failure {}

  /** The provider accepted the request and then kept silent for too long. */
  record TimedOut(Duration silence) implements Failure {}

  /** The stream ended without its end mark. */
  record BrokenOff() implements Failure {}

  /** The stream held something that is not the provider's protocol. */
  record Unintelligible() implements Failure {}

  /** The model ended without a word. */
  record Empty() implements Failure {}

  /** Whether the same request may succeed soon. */
  default boolean isTransient() {
    return switch (this) {
      case RateLimited _, KeyUnavailable _, ServerError _, Unreachable _, TimedOut _, BrokenOff _ ->
          true;
      case QuotaExhausted _,
          Unauthorized _,
          KeyMissing _,
          ContextTooLong _,
          Refused _,
          ModelNotFound _,
          InvalidRequest _,
          Unintelligible _,
          Empty _ ->
          false;
    };
  }

  /** How long the provider asked to be left alone. */
  default Optional<Duration> pause() {
    return switch (this) {
      case RateLimited(Optional<Duration> retryAfter) -> retryAfter;
      case ServerError(int _, Optional<Duration> retryAfter) -> retryAfter;
      case QuotaExhausted _,
          Unauthorized _,
          KeyMissing _,
          KeyUnavailable _,
          ContextTooLong _,
          Refused _,
          ModelNotFound _,
          InvalidRequest _,
          Unreachable _,
          TimedOut _,
          BrokenOff _,
          Unintelligible _,
          Empty _ ->
          Optional.empty();
    };
  }
}
