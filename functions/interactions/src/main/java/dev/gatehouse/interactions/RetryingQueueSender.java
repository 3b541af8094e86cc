package dev.gatehouse.interactions;

import dev.gatehouse.cloud.credentials.CredentialsUnavailableException;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueRejectedException;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Sends a message again under the same deduplication id while there is time, so that a call that
 * fails or hangs costs nobody an answer: SQS takes the message once, however often it comes.
 */
final class RetryingQueueSender implements QueueSender {
  /** Before the next attempt, so that a queue that refuses at once is not called without pause. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final QueueSender sender;
  private final Duration attempt;
  private final Duration whole;
  private final LongSupplier nanos;
  private final Consumer<Duration> pause;

  /**
   * Over that sender.
   *
   * @param attempt the longest that one call of the sender takes
   * @param whole the longest that all of them may take
   * @param nanos a monotonic clock
   * @param pause waits for that long
   */
  RetryingQueueSender(
      QueueSender sender,
      Duration attempt,
      Duration whole,
      LongSupplier nanos,
      Consumer<Duration> pause) {
    this.sender = sender;
    this.attempt = attempt;
    this.whole = whole;
    this.nanos = nanos;
    this.pause = pause;
  }

  /**
   * Sends one message.
   *
   * @throws UnansweredSendException when it may be on the queue all the same
   * @throws QueueUnavailableException when it is not on the queue
   */
  @Override
  public void send(OutgoingMessage message) {
    long lastStart = nanos.getAsLong() + whole.minus(attempt).minus(PAUSE).toNanos();
    boolean mayBeThere = false;
    while (true) {
      try {
        sender.send(message);
        return;
      } catch (QueueRejectedException e) {
        throw mayBeThere ? new UnansweredSendException(e) : e;
      } catch (QueueUnavailableException e) {
        mayBeThere |= mayBeTaken(e);
        if (nanos.getAsLong() - lastStart > 0) {
          throw mayBeThere ? new UnansweredSendException(e) : e;
        }
        pause.accept(PAUSE);
      }
    }
  }

  @Override
  public List<SendOutcome> sendBatch(List<OutgoingMessage> messages) {
    return sender.sendBatch(messages);
  }

  /** An error that the service told has no cause; whom nobody reached took nothing. */
  private static boolean mayBeTaken(QueueUnavailableException failure) {
    Throwable cause = failure.getCause();
    return cause != null
        && !(cause instanceof ConnectException)
        && !(cause instanceof CredentialsUnavailableException);
  }
}
