package dev.gatehouse.llm.adapter;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;

/** An HTTP error of a provider, with what LangChain4j's own exception leaves out. */
final class StatusException extends HttpException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> retryAfter;

  StatusException(int status, String body, Optional<Duration> retryAfter) {
    super(status, body);
    this.retryAfter = retryAfter;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
