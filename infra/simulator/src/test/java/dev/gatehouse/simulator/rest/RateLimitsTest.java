package dev.gatehouse.simulator.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.simulator.testing.Http;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
  private final SimulatorFixture lab = SimulatorFixture.open(config -> config.withRateLimits(true));
  private final Http rest = lab.rest();

  @AfterEach
  void close() {
    lab.close();
  }

  private Http.Answer send(String channel) {
    return rest.post("/channels/" + channel + "/messages", "{\"content\":\"a\"}");
  }

  @Test
  void refusesTheSixthMessageUntilTheWindowIsOver() {
    String channel = lab.channel("general");
    for (int i = 4; i >= 0; i--) {
      assertEquals(Integer.toString(i), send(channel).header("X-RateLimit-Remaining"));
    }

    Http.Answer refused = send(channel);
    lab.clock().advance(Duration.ofSeconds(5));
    Http.Answer later = send(channel);

    assertEquals(429, refused.status());
    assertEquals(5.0, refused.json().path("retry_after").asDouble());
    assertEquals("5", refused.header("Retry-After"));
    assertEquals("user", refused.header("X-RateLimit-Scope"));
    assertEquals("1.1 simulator", refused.header("Via"));
    assertEquals(200, later.status());
  }

  @Test
  void givesEachChannelItsOwnAllowanceInOneBucket() {
    Http.Answer general = send(lab.channel("general"));
    Http.Answer dev = send(lab.channel("dev"));

    assertEquals(general.header("X-RateLimit-Bucket"), dev.header("X-RateLimit-Bucket"));
    assertEquals("4", dev.header("X-RateLimit-Remaining"));
    assertNotEquals(
        general.header("X-RateLimit-Bucket"), rest.get("/users/@me").header("X-RateLimit-Bucket"));
  }

  @Test
  void refusesTheFiftyFirstCallOfASecondEverywhere() {
    for (int i = 0; i < 50; i++) {
      rest.get("/users/" + i);
    }

    Http.Answer refused = rest.get("/users/@me");

    assertEquals(429, refused.status());
    assertTrue(refused.json().path("global").asBoolean());
    assertEquals("true", refused.header("X-RateLimit-Global"));
    assertEquals("global", refused.header("X-RateLimit-Scope"));
  }
}
