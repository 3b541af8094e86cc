package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.aws.ConnectionPool;
import dev.gatehouse.cloud.aws.CredentialsSource;
import dev.gatehouse.cloud.aws.CredentialsUnavailableException;
import dev.gatehouse.cloud.aws.HttpConnection;
import dev.gatehouse.cloud.aws.HttpResponse;
import dev.gatehouse.cloud.aws.ServiceError;
import dev.gatehouse.cloud.aws.StaleConnectionException;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends to one FIFO queue over signed HTTP/1.1, each call on a connection of its own out of a pool.
 * Safe for many threads, virtual ones too.
 *
 * <p>A call that meets a stale connection is made once more on a new one: the deduplication ids
 * make that harmless. Nothing else is retried here; callers know how long they can wait.
 */
public final class LeanSqs implements QueueSender, AutoCloseable {
  private static final String OPERATION = "AmazonSQS.SendMessageBatch";
  private static final RawBatch REHEARSAL =
      new RawBatch(List.of(RawEntry.of("group", "id", new byte[] {'x'})));

  private final String queue;
  private final BatchBody bodies;
  private final ConnectionPool pool;
  private final CredentialsSource credentials;
  private final Clock clock;

  public LeanSqs(LeanSqsSettings settings, CredentialsSource credentials, Clock clock) {
    this(settings, credentials, clock, null);
  }

  /** With an own choice of whom to trust; null for the platform's. */
  LeanSqs(
      LeanSqsSettings settings,
      CredentialsSource credentials,
      Clock clock,
      @Nullable SSLSocketFactory trust) {
    this.queue = settings.queueUrl().toString();
    this.bodies = new BatchBody(queue);
    this.pool = new ConnectionPool(settings.service(), trust);
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public List<SendOutcome> sendBatch(List<OutgoingMessage> messages) {
    return sendBatch(RawBatch.of(messages));
  }

  /**
   * Sends bodies that are bytes already.
   *
   * @return one outcome for each entry, in order
   * @throws QueueUnavailableException when the call as a whole failed, so that nothing is known
   */
  public List<SendOutcome> sendBatch(RawBatch batch) {
    try {
      HttpConnection kept = pool.poll();
      return kept == null ? send(batch, pool.open()) : sendOnKept(batch, kept);
    } catch (IOException e) {
      throw new QueueUnavailableException("queue " + queue + ": " + describe(e), e);
    } catch (CredentialsUnavailableException e) {
      throw new QueueUnavailableException("queue " + queue + ": " + e.getMessage(), e);
    }
  }

  /**
   * Opens a connection and signs a request that is not sent, so that a snapshot of the process
   * holds all that this loads. The connection is closed again: it would be dead in what is resumed.
   * Where nobody can be reached, the first call will say so.
   */
  public void warmUp() {
    try (HttpConnection connection = pool.open()) {
      bodies.write(REHEARSAL, connection.newBody());
      connection.sign(OPERATION, credentials.current(), epochSecond());
    } catch (IOException | CredentialsUnavailableException e) {
      // The first call meets the same, and says so.
    }
  }

  /** Closes all connections; a call that is under way fails. */
  @Override
  public void close() {
    pool.close();
  }

  private List<SendOutcome> sendOnKept(RawBatch batch, HttpConnection kept) throws IOException {
    try {
      return send(batch, kept);
    } catch (StaleConnectionException e) {
      pool.clear();
      return send(batch, pool.open());
    }
  }

  private List<SendOutcome> send(RawBatch batch, HttpConnection connection) throws IOException {
    try {
      bodies.write(batch, connection.newBody());
      return outcomes(batch, connection.exchange(OPERATION, credentials.current(), epochSecond()));
    } finally {
      pool.giveBack(connection);
    }
  }

  private List<SendOutcome> outcomes(RawBatch batch, HttpResponse response) {
    if (!response.isOk()) {
      throw QueueErrors.of(queue, ServiceError.of(response));
    }
    try {
      return BatchAnswer.read(response, batch.entries().size());
    } catch (IllegalArgumentException e) {
      String summary = "queue " + queue + ": not understood";
      throw new QueueUnavailableException(summary + ": " + e, summary, e);
    }
  }

  private long epochSecond() {
    return Math.floorDiv(clock.millis(), 1000L);
  }

  private static String describe(IOException e) {
    @Nullable String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }
}
