package dev.gatehouse.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.local.host.Outcome;
import dev.gatehouse.local.template.TemplateException;
import dev.gatehouse.local.template.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SchedulerTest {
  private static final Instant NOW = Instant.parse("2026-03-04T10:15:00Z");

  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();

  @Test
  void callsTheFunctionWithEventBridgesEvent() throws Exception {
    try (Scheduler scheduler = Scheduler.start(schedule("rate(1 minute)"), this::take, jump())) {
      byte[] event = events.poll(60, TimeUnit.SECONDS);

      assertThat(event).isNotNull();
      JsonNode read = new ObjectMapper().readTree(event);
      assertThat(read.path("source").asText()).isEqualTo("aws.events");
      assertThat(read.path("time").asText()).isEqualTo("2026-03-04T10:16:00Z");
      assertThat(read.path("resources").path(0).asText()).endsWith("rule/F.Tick");
    }
  }

  @Test
  void aMalformedExpressionNamesItsPlace() {
    TemplateException error =
        assertThatExceptionOfType(TemplateException.class)
            .isThrownBy(
                () -> Scheduler.start(schedule("rate(soon)"), this::take, InstantSource.fixed(NOW)))
            .actual();

    assertThat(String.valueOf(error.getMessage()).contains("F.Tick")).isTrue();
  }

  private Outcome take(byte[] event) {
    events.add(event);
    return new Outcome.Answered(new byte[0]);
  }

  private static Trigger.Schedule schedule(String expression) {
    return new Trigger.Schedule("F.Tick", expression, "");
  }

  /** Ten past the first firing as soon as the schedule waits for it, and then stands still. */
  private static InstantSource jump() {
    Iterator<Instant> times = List.of(NOW, NOW.plusSeconds(70)).iterator();
    return () -> times.hasNext() ? times.next() : NOW;
  }
}
