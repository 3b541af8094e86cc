package dev.gatehouse.local.template;

/** What calls a function. */
public sealed interface Trigger {
  /**
   * A route of the HTTP API.
   *
   * @param method in upper case, or {@code ANY}
   * @param path may hold {@code {name}} and, at its end, {@code {name+}}
   */
  record HttpRoute(String method, String path) implements Trigger {
    /** The route's key as API Gateway writes it. */
    public String key() {
      return method + " " + path;
    }
  }

  /**
   * A queue's event source mapping.
   *
   * @param reportsItems whether the function's answer names the records that failed
   */
  record QueueMapping(String queueArn, int batchSize, int concurrency, boolean reportsItems)
      implements Trigger {}

  /**
   * A table stream's event source mapping.
   *
   * @param fromStart whether it starts at the oldest record instead of the next one
   * @param retries how often a failing batch is tried again; negative: until it expires
   */
  record StreamMapping(
      String streamArn, int batchSize, boolean fromStart, boolean reportsItems, int retries)
      implements Trigger {}

  /** A schedule: {@code rate(5 minutes)} or {@code cron(0 8 ? * MON-FRI *)}, in UTC. */
  record Schedule(String name, String expression, String input) implements Trigger {}
}
