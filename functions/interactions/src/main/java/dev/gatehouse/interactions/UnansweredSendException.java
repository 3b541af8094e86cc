package dev.gatehouse.interactions;

import dev.gatehouse.cloud.queue.QueueUnavailableException;

/** The queue may have taken the message: no attempt was answered, and not each was refused. */
final class UnansweredSendException extends QueueUnavailableException {
  private static final long serialVersionUID = 1L;

  UnansweredSendException(QueueUnavailableException last) {
    super(String.valueOf(last.getMessage()), last.summary(), last);
  }
}
