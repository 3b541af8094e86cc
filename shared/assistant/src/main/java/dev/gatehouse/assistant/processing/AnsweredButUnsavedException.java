package dev.gatehouse.assistant.processing;

import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.cloud.table.TableUnavailableException;

/**
 * The asker has the answer, but the table did not take that it is so: the request is to be
 * delivered again, and there is nothing to tell the asker.
 */
public final class AnsweredButUnsavedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnsweredButUnsavedException(Request request, TableUnavailableException cause) {
    super(request + " is answered, but not noted as such: " + cause.getMessage(), cause);
  }
}
