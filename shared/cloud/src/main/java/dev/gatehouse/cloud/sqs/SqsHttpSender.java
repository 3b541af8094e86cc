package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.credentials.CredentialsSource;
import dev.gatehouse.cloud.credentials.CredentialsUnavailableException;
import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.queue.SqsFailures;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends to one FIFO queue over signed HTTP/1.1, each call on a connection of its own out of a pool.
 * Safe for many threads, virtual ones too.
 *
 * <p>A call is made once more when it meets a stale connection, and when it was refused because
 * this machine's clock is wrong; the deduplication ids make that harmless. Nothing else is retried
 * here; callers know how long they can wait. It is over within the time that the settings allow.
 */
public final class SqsHttpSender implements QueueSender, AutoCloseable {
  private static final String OPERATION = "AmazonSQS.SendMessageBatch";
  private static final RawBatch REHEARSAL =
      new RawBatch(List.of(RawEntry.of("group", "id", new byte[] {'x'})));

  private final String queue;
  private final BatchBody bodies;
  private final ConnectionPool pool;
  private final CredentialsSource credentials;
  private final SigningClock clock;

  /**
   * A sender to that queue.
   *
   * @param clock tells the time that requests are signed with; the credentials should end by the
   *     same, so that a wrong clock of this machine does not make them seem to have ended
   * @param nanos a monotonic clock
   */
  public SqsHttpSender(
      SqsSenderSettings settings,
      CredentialsSource credentials,
      SigningClock clock,
      LongSupplier nanos) {
    this(settings, credentials, clock, nanos, null, InetAddress::getAllByName);
  }

  /** With an own choice of whom to trust, null for the platform's, and of who knows addresses. */
  SqsHttpSender(
      SqsSenderSettings settings,
      CredentialsSource credentials,
      SigningClock clock,
      LongSupplier nanos,
      @Nullable SSLSocketFactory trust,
      Connector.Resolver resolver) {
    this.queue = settings.queueUrl().toString();
    this.bodies = new BatchBody(queue);
    this.pool = new ConnectionPool(settings, trust, resolver, nanos);
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
    return send(batch, pool.callEnd());
  }

  /**
   * Opens a connection and signs a request that is not sent, so that a snapshot of the process
   * holds all that this loads. The connection is closed again: it would be dead in what is resumed.
   * Where nobody can be reached, the first call will say so.
   */
  public void warmUp() {
    try (HttpConnection connection = pool.open(pool.callEnd())) {
      bodies.write(REHEARSAL, connection.newBody());
      connection.sign(OPERATION, credentials.current(), clock.epochSecond());
    } catch (IOException | CredentialsUnavailableException e) {
      // The first call meets the same, and says so.
    }
  }

  /** Closes all connections; a call that is under way fails. */
  @Override
  public void close() {
    pool.close();
  }

  /**
   * Has the next call open a connection of its own: the idle ones may lead to a peer in trouble.
   */
  public void forgetConnections() {
    pool.clear();
  }

  private List<SendOutcome> send(RawBatch batch, long end) {
    boolean wasStale = false;
    boolean wasSkewed = false;
    while (true) {
      HttpConnection connection = connection(wasStale, end);
      try {
        long signed = clock.epochSecond();
        SqsResponse response = exchange(batch, connection, signed, end);
        if (response.isOk()) {
          return outcomes(batch, response);
        }
        ServiceError error = ServiceError.of(response);
        if (wasSkewed || !clock.correct(signed, error.code(), response.date())) {
          throw SqsFailures.of(queue, error.status(), error.code(), error.message(), null);
        }
        wasSkewed = true;
      } catch (StaleConnectionException e) {
        pool.clear();
        wasStale = true;
      } catch (IOException e) {
        throw failed(describe(e), true, e);
      } catch (CredentialsUnavailableException e) {
        throw failed(String.valueOf(e.getMessage()), wasStale, e);
      } finally {
        pool.giveBack(connection);
      }
    }
  }

  private HttpConnection connection(boolean wasStale, long end) {
    HttpConnection kept = wasStale ? null : pool.poll();
    try {
      return kept == null ? pool.open(end) : kept;
    } catch (IOException e) {
      throw failed(describe(e), wasStale, e);
    }
  }

  /** What was written to a connection may have been taken, also to one that was stale. */
  private QueueUnavailableException failed(String why, boolean mayBeTaken, Exception cause) {
    String text = "queue " + queue + ": " + why;
    return new QueueUnavailableException(text, text, mayBeTaken, cause);
  }

  private SqsResponse exchange(RawBatch batch, HttpConnection connection, long signed, long end)
      throws IOException {
    bodies.write(batch, connection.newBody());
    return connection.exchange(OPERATION, credentials.current(), signed, end);
  }

  private List<SendOutcome> outcomes(RawBatch batch, SqsResponse response) {
    try {
      return BatchAnswer.read(response, batch.entries().size());
    } catch (IllegalArgumentException e) {
      String summary = "queue " + queue + ": not understood";
      throw new QueueUnavailableException(summary + ": " + e, summary, true, e);
    }
  }

  private static String describe(IOException e) {
    @Nullable String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }
}
