package dev.gatehouse.cloud.sqs;

import java.io.IOException;

/** A kept connection ended before the first byte of an answer: the server had closed it. */
final class StaleConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  StaleConnectionException(IOException cause) {
    super("the server closed the kept connection", cause);
  }
}
