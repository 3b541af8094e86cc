package dev.gatehouse.llm;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.gatehouse.cloud.queue.QueueDeliveries;
import dev.gatehouse.contracts.TurnRequested;
import dev.gatehouse.lambda.BatchResponse;
import dev.gatehouse.lambda.GroupedBatch;
import dev.gatehouse.lambda.Lazy;
import dev.gatehouse.lambda.SqsEvent;
import dev.gatehouse.lambda.SqsRecord;
import dev.gatehouse.llm.turn.RunTurn;
import dev.gatehouse.llm.wiring.Assembly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The function's entry point: takes turns from their SQS FIFO queue and reports those that failed,
 * with the later ones of the same group, so that the queue offers them again soon.
 */
public final class LlmHandler implements RequestStreamHandler {
  private final TurnQueue turns;
  private final Supplier<QueueDeliveries> queue;
  private final Clock clock;

  /** As Lambda makes it. */
  public LlmHandler() {
    this(System.getenv());
  }

  /**
   * With settings of its own.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the setting that is
   *     missing or wrong
   */
  public LlmHandler(Map<String, String> environment) {
    this(environment, Clock.systemUTC());
  }

  private LlmHandler(Map<String, String> environment, Clock clock) {
    this(new Assembly(environment, clock, System::nanoTime), clock);
  }

  private LlmHandler(Assembly assembly, Clock clock) {
    this(
        new Lazy<>(assembly::runTurn),
        assembly::requireServed,
        new Lazy<>(assembly::deliveries),
        clock);
    assembly.prime();
  }

  LlmHandler(
      Supplier<RunTurn> runTurn,
      Consumer<TurnRequested> requireServed,
      Supplier<QueueDeliveries> queue,
      Clock clock) {
    this.turns = new TurnQueue(runTurn, requireServed, queue);
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    List<SqsRecord> messages = SqsEvent.read(event);
    Duration remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
    Instant deadline = Deadline.of(clock.instant(), remaining);
    GroupedBatch batch = new GroupedBatch(message -> turns.handle(message, deadline), queue);
    BatchResponse.write(batch.handle(messages), response);
  }
}
