package dev.gatehouse.llm;

import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.queue.QueueDeliveries;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.lambda.RecordFailures;
import dev.gatehouse.lambda.RecordResult;
import dev.gatehouse.lambda.SqsRecord;
import dev.gatehouse.lambda.VisibilityHeartbeat;
import dev.gatehouse.llm.turn.RunTurn;
import dev.gatehouse.llm.turn.TurnHeldException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the turn that a message of the queue asks for, and says what becomes of the message. */
final class TurnQueue {
  private static final Logger LOG = LoggerFactory.getLogger(TurnQueue.class);

  /**
   * A killed worker's turn comes back after this, when its lease has run out too ({@link
   * dev.gatehouse.llm.turn.StreamingSettings#lease()}).
   */
  private static final Duration HELD = Duration.ofSeconds(40);

  private static final Duration BEAT = Duration.ofSeconds(10);

  private final Supplier<RunTurn> runTurn;
  private final Consumer<TurnRequested> requireServed;
  private final Supplier<QueueDeliveries> queue;
  private final RecordFailures failures =
      new RecordFailures(
          failure -> failure instanceof TurnHeldException || failure instanceof ReplyException);

  /**
   * A queue's turns.
   *
   * @param requireServed throws when a turn's platform is not served: nothing is asked of a model
   *     whose answer nobody can see
   */
  TurnQueue(
      Supplier<RunTurn> runTurn,
      Consumer<TurnRequested> requireServed,
      Supplier<QueueDeliveries> queue) {
    this.runTurn = runTurn;
    this.requireServed = requireServed;
    this.queue = queue;
  }

  /** Handles one message. */
  RecordResult handle(SqsRecord message, Instant deadline) {
    try {
      TurnRequested turn = turn(message);
      requireServed.accept(turn);
      run(turn, message, deadline);
      return new RecordResult.Handled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("{} was interrupted", message);
      return new RecordResult.TryAgain();
    } catch (RuntimeException e) {
      return failures.judge(message, e);
    }
  }

  private void run(TurnRequested turn, SqsRecord message, Instant deadline)
      throws InterruptedException {
    try (var _ = VisibilityHeartbeat.start(queue, message, HELD, BEAT)) {
      runTurn.get().run(turn, deadline, message.receiveCount() == 1);
    }
  }

  private static TurnRequested turn(SqsRecord message) {
    QueueMessage decoded = MessageCodec.decode(message.body());
    if (decoded instanceof TurnRequested turn) {
      return turn;
    }
    throw new InvalidFieldException("kind", "this queue takes turns only");
  }
}
