package dev.gatehouse.local.schedule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.host.Invoker;
import dev.gatehouse.local.template.LocalAccount;
import dev.gatehouse.local.template.TemplateException;
import dev.gatehouse.local.template.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Calls a function when its schedule says so. */
public final class Scheduler implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Trigger.Schedule schedule;
  private final ScheduleExpression expression;
  private final Invoker function;
  private final InstantSource clock;
  private final Thread waiter;

  private Scheduler(Trigger.Schedule schedule, Invoker function, InstantSource clock) {
    this.schedule = schedule;
    this.expression = parse(schedule);
    this.function = function;
    this.clock = clock;
    this.waiter = Thread.ofVirtual().name("schedule-" + schedule.name()).unstarted(this::run);
  }

  /**
   * Starts to wait.
   *
   * @throws TemplateException when the expression is malformed
   */
  public static Scheduler start(Trigger.Schedule schedule, Invoker function, InstantSource clock) {
    Scheduler scheduler = new Scheduler(schedule, function, clock);
    scheduler.waiter.start();
    return scheduler;
  }

  @Override
  public void close() throws InterruptedException {
    waiter.interrupt();
    waiter.join(GRACE);
  }

  private void run() {
    try {
      Optional<Instant> next = expression.next(clock.instant());
      while (next.isPresent()) {
        waitUntil(next.get());
        function.invoke(event(next.get()));
        next = expression.next(next.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitUntil(Instant time) throws InterruptedException {
    Duration left = Duration.between(clock.instant(), time);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  /** EventBridge's event, unless the template gives an input of its own. */
  private byte[] event(Instant time) {
    if (!schedule.input().isEmpty()) {
      return schedule.input().getBytes(StandardCharsets.UTF_8);
    }
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "0").put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event").put("source", "aws.events");
    event
        .put("account", LocalAccount.ID)
        .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", LocalAccount.REGION);
    event.putArray("resources").add(LocalAccount.arn("events", "rule/" + schedule.name()));
    event.putObject("detail");
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ScheduleExpression parse(Trigger.Schedule schedule) {
    try {
      return ScheduleExpressions.parse(schedule.expression());
    } catch (IllegalArgumentException e) {
      throw new TemplateException(schedule.name(), String.valueOf(e.getMessage()));
    }
  }
}
