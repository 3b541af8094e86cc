package dev.gatehouse.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.local.template.Template;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A schedule of the template calls its function, through all that the local cloud is. */
final class ScheduledFunctionTest {
  /** Stands just before a full minute, which is then waited for once. */
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-04T10:15:59.950Z"));

  private static final Template TEMPLATE =
      Template.parse(
          """
          Resources:
            Ticker:
              Type: AWS::Serverless::Function
              Properties:
                Handler: dev.gatehouse.local.cloud.TickHandler::handleRequest
                Events:
                  EachMinute:
                    Type: Schedule
                    Properties: { Schedule: 'cron(* * * * ? *)', State: ENABLED }
                  WithInput:
                    Type: ScheduleV2
                    Properties:
                      ScheduleExpression: 'cron(16 10 4 3 ? 2026)'
                      Input: '{"source":"an input"}'
          """);

  @Test
  void firesEachScheduleWithItsEvent() throws Exception {
    Map<String, JsonNode> ticks = new TreeMap<>();
    try (LocalCloud cloud = LocalCloud.start(TEMPLATE, Ports.free(), CLOCK)) {
      cloud.run(Map.of(), Map.of(), _ -> null);
      for (int i = 0; i < 2; i++) {
        JsonNode tick = TickHandler.TICKS.poll(60, TimeUnit.SECONDS);
        assertThat(tick).as("no schedule fired within 20 s").isNotNull();
        ticks.put(tick.path("source").asText(), tick);
      }
    }

    JsonNode eachMinute = ticks.get("aws.events");
    assertThat(eachMinute).as(ticks::toString).isNotNull();
    assertThat(eachMinute.path("time").asText()).isEqualTo("2026-03-04T10:16:00Z");
    assertThat(eachMinute.path("detail-type").asText()).isEqualTo("Scheduled Event");
    assertThat(String.valueOf(ticks.get("an input"))).isEqualTo("{\"source\":\"an input\"}");
    assertThat(TickHandler.TICKS.size()).isEqualTo(0);
  }
}
