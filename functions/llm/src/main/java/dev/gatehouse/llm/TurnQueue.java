package dev.gatehouse.llm;

import dev.gatehouse.chat.reply.ReplyException;
import dev.gatehouse.cloud.secrets.SecretsUnavailableException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.contracts.settings.InvalidSettingException;
import dev.gatehouse.lambda.SqsRecord;
import dev.gatehouse.llm.turn.RunTurn;
import dev.gatehouse.llm.turn.TurnHeldException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the turn that a message of the queue asks for, and says whether the queue may forget it. */
final class TurnQueue {
  private static final Logger LOG = LoggerFactory.getLogger(TurnQueue.class);

  private final Supplier<RunTurn> runTurn;
  private final Consumer<TurnRequested> requireServed;

  /**
   * A queue's turns.
   *
   * @param requireServed throws when a turn's platform is not served: nothing is asked of a model
   *     whose answer nobody can see
   */
  TurnQueue(Supplier<RunTurn> runTurn, Consumer<TurnRequested> requireServed) {
    this.runTurn = runTurn;
    this.requireServed = requireServed;
  }

  /**
   * Handles one message. What may pass is left to the queue's redelivery; so is what is malformed,
   * since the dead-letter queue is where a person finds it.
   */
  boolean handle(SqsRecord message, Instant deadline) {
    try {
      run(turn(message), message.receiveCount() == 1, deadline);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(message, e);
    } catch (InvalidFieldException
        | InvalidSettingException
        | TurnHeldException
        | ReplyException
        | TableUnavailableException
        | SecretsUnavailableException e) {
      return failed(message, e);
    } catch (RuntimeException e) {
      LOG.error("message={} try={} failed", message.messageId(), message.receiveCount(), e);
      return false;
    }
  }

  private void run(TurnRequested turn, boolean first, Instant deadline)
      throws InterruptedException {
    requireServed.accept(turn);
    runTurn.get().run(turn, deadline, first);
  }

  private static TurnRequested turn(SqsRecord message) {
    QueueMessage decoded = MessageCodec.decode(message.body());
    if (decoded instanceof TurnRequested turn) {
      return turn;
    }
    throw new InvalidFieldException("kind", "this queue takes turns only");
  }

  private static boolean failed(SqsRecord message, Exception why) {
    LOG.warn(
        "message={} group={} try={} reason=\"{}\"",
        message.messageId(),
        message.groupId(),
        message.receiveCount(),
        why.getMessage());
    return false;
  }
}
