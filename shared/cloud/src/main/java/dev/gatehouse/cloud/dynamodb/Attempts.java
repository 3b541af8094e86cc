package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.aws.ConnectionPool;
import dev.gatehouse.cloud.aws.CredentialsSource;
import dev.gatehouse.cloud.aws.CredentialsUnavailableException;
import dev.gatehouse.cloud.aws.HttpConnection;
import dev.gatehouse.cloud.aws.HttpResponse;
import dev.gatehouse.cloud.aws.ServiceError;
import dev.gatehouse.cloud.aws.StaleConnectionException;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes a call once and says how that ended. */
final class Attempts {
  private static final String VERSION = "DynamoDB_20120810.";

  private final ConnectionPool pool;
  private final CredentialsSource credentials;
  private final Clock clock;

  Attempts(ConnectionPool pool, CredentialsSource credentials, Clock clock) {
    this.pool = pool;
    this.credentials = credentials;
    this.clock = clock;
  }

  Outcome attempt(String table, String operation, Parts parts) {
    HttpConnection connection;
    try {
      connection = connection();
    } catch (IOException e) {
      return failed(Trouble.UNREACHED, e);
    }
    try {
      Body.write(table, parts, connection.newBody());
      return exchange(VERSION + operation, connection);
    } finally {
      pool.giveBack(connection);
    }
  }

  private HttpConnection connection() throws IOException {
    HttpConnection kept = pool.poll();
    return kept == null ? pool.open() : kept;
  }

  private Outcome exchange(String target, HttpConnection connection) {
    try {
      long now = Math.floorDiv(clock.millis(), 1000L);
      return outcome(connection.exchange(target, credentials.current(), now));
    } catch (CredentialsUnavailableException e) {
      return new Outcome.Failed(Trouble.REFUSED, String.valueOf(e.getMessage()), e);
    } catch (StaleConnectionException e) {
      pool.clear();
      return failed(Trouble.STALE, e);
    } catch (IOException e) {
      return failed(Trouble.UNANSWERED, e);
    }
  }

  private static Outcome outcome(HttpResponse response) {
    if (!response.isOk()) {
      return DynamoErrors.outcome(ServiceError.of(response));
    }
    try {
      return new Outcome.Answered(Answer.read(response.json()));
    } catch (IllegalArgumentException e) {
      return new Outcome.Failed(
          Trouble.REFUSED, "not understood: " + e.getMessage(), "not understood", e);
    }
  }

  private static Outcome failed(Trouble trouble, IOException e) {
    @Nullable String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    return new Outcome.Failed(trouble, message == null ? kind : kind + ": " + message, e);
  }
}
