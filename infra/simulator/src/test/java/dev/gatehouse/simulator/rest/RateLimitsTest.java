package dev.gatehouse.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

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
      assertThat(send(channel).header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(i));
    }

    Http.Answer refused = send(channel);
    lab.clock().advance(Duration.ofSeconds(5));
    Http.Answer later = send(channel);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("retry_after").asDouble()).isEqualTo(5.0);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.header("X-RateLimit-Scope")).isEqualTo("user");
    assertThat(refused.header("Via")).isEqualTo("1.1 simulator");
    assertThat(later.status()).isEqualTo(200);
  }

  @Test
  void givesEachChannelItsOwnAllowanceInOneBucket() {
    Http.Answer general = send(lab.channel("general"));
    Http.Answer dev = send(lab.channel("dev"));

    assertThat(dev.header("X-RateLimit-Bucket")).isEqualTo(general.header("X-RateLimit-Bucket"));
    assertThat(dev.header("X-RateLimit-Remaining")).isEqualTo("4");
    assertThat(rest.get("/users/@me").header("X-RateLimit-Bucket"))
        .isNotEqualTo(general.header("X-RateLimit-Bucket"));
  }

  @Test
  void refusesTheFiftyFirstCallOfASecondEverywhere() {
    for (int i = 0; i < 50; i++) {
      rest.get("/users/" + i);
    }

    Http.Answer refused = rest.get("/users/@me");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("global").asBoolean()).isTrue();
    assertThat(refused.header("X-RateLimit-Global")).isEqualTo("true");
    assertThat(refused.header("X-RateLimit-Scope")).isEqualTo("global");
  }
}
