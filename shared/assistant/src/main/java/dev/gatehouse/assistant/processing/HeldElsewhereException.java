package dev.gatehouse.assistant.processing;

import dev.gatehouse.assistant.request.Request;
import java.time.Instant;

/** Another worker is at the same request; it is to be delivered again after that moment. */
public final class HeldElsewhereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HeldElsewhereException(Request request, Instant until) {
    super(request + " is held by another worker until " + until);
  }
}
