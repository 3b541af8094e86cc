package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.aws.ConnectionPool;
import dev.gatehouse.cloud.aws.CredentialsSource;
import dev.gatehouse.cloud.aws.ServiceEndpoint;
import dev.gatehouse.cloud.table.Table;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * DynamoDB over signed HTTP/1.1, each call on a connection of its own out of one pool. Safe for
 * many threads, virtual ones too.
 */
public final class LeanDynamo implements AutoCloseable {
  private final ConnectionPool pool;
  private final Attempts attempts;
  private final Retries retries;

  /**
   * The tables behind that endpoint.
   *
   * @param random spreads the attempts of many callers; used by many threads
   */
  public LeanDynamo(
      ServiceEndpoint endpoint,
      CredentialsSource credentials,
      Clock clock,
      RandomGenerator random) {
    this(endpoint, credentials, clock, new Retries(random, Thread::sleep));
  }

  LeanDynamo(
      ServiceEndpoint endpoint, CredentialsSource credentials, Clock clock, Retries retries) {
    this.pool = new ConnectionPool(endpoint, null);
    this.attempts = new Attempts(pool, credentials, clock);
    this.retries = retries;
  }

  /** The table of that name. */
  public Table table(String name) {
    return new LeanTable(new Caller(name, attempts, retries));
  }

  /** Closes all connections; a call that is under way fails. */
  @Override
  public void close() {
    pool.close();
  }
}
