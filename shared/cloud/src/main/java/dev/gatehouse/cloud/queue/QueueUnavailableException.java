package dev.gatehouse.cloud.queue;

import dev.gatehouse.cloud.failure.ServiceFailure;
import org.jspecify.annotations.Nullable;

/** The queue could not be reached, or answered with an error for the whole call. */
public class QueueUnavailableException extends ServiceFailure {
  private static final long serialVersionUID = 1L;

  private final boolean mayBeTaken;

  /** What went wrong, told without a word of what was sent; none of it was taken. */
  public QueueUnavailableException(String message, @Nullable Throwable cause) {
    this(message, message, false, cause);
  }

  /**
   * What went wrong, in the words of the service.
   *
   * @param summary the same without them, since they may quote what was sent
   * @param mayBeTaken whether messages of the call may be on the queue all the same
   */
  public QueueUnavailableException(
      String message, String summary, boolean mayBeTaken, @Nullable Throwable cause) {
    super(message, summary, cause);
    this.mayBeTaken = mayBeTaken;
  }

  /**
   * Whether messages of the call may be on the queue all the same: it was sent, and no answer says
   * what became of it. False when it is certain that they are not.
   */
  public final boolean mayBeTaken() {
    return mayBeTaken;
  }
}
