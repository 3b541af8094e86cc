package dev.gatehouse.bridge.outbox;

import dev.gatehouse.bridge.state.StateKeys;
import dev.gatehouse.cloud.table.Item;
import dev.gatehouse.cloud.table.Table;
import dev.gatehouse.cloud.table.Value;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where events are kept that can never reach the queue: rows of the state table, for a person to
 * look at. The cursor passes over an event only once it is on the queue or here. Safe for use by
 * several threads.
 */
public final class DeadLetterStore {
  /** As long as a queue keeps its own dead letters at most. */
  static final Duration KEPT = Duration.ofDays(14);

  /**
   * A row takes <a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">400
   * KB</a>; a body that is longer as text is left out.
   */
  static final int MOST_BYTES = 300_000;

  private static final String GROUP = "group";
  private static final String REASON = "reason";
  private static final String AT = "at";
  private static final String BYTES = "bytes";
  private static final String BODY = "body";

  private final Table table;
  private final StateKeys keys;
  private final Clock clock;

  /**
   * @param table the state table
   */
  public DeadLetterStore(Table table, StateKeys keys, Clock clock) {
    this.table = table;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Makes the event durable as a dead letter; a second time changes nothing.
   *
   * @throws dev.gatehouse.cloud.table.TableRejectedException when it will never be durable
   * @throws dev.gatehouse.cloud.table.TableUnavailableException when it is not known to be durable
   */
  void add(QueuedEvent event, String reason) {
    Instant now = clock.instant();
    Map<String, Value> attributes = new HashMap<>();
    attributes.put(GROUP, Value.of(event.group().groupId()));
    attributes.put(REASON, Value.of(reason));
    attributes.put(AT, Value.of(now.toEpochMilli()));
    attributes.put(BYTES, Value.of(event.body().length));
    attributes.put(Item.TTL, Value.of(now.plus(KEPT).getEpochSecond()));
    text(event.body()).ifPresent(text -> attributes.put(BODY, Value.of(text)));
    table.put(new Item(keys.deadLetter(event.deduplicationId()), attributes));
  }

  /** The body as text, which a row takes as UTF-8: three bytes for each that is none. */
  private static Optional<String> text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return Optional.of(text)
        .filter(decoded -> decoded.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES);
  }
}
