package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.discord.model.Snowflake;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BreakerExchangeTest {
  private static final ApiRequest REQUEST = ApiRequest.of(Routes.channel(Snowflake.of(1)));

  private final FakeTime time = new FakeTime();
  private final ScriptedExchange discord = new ScriptedExchange(time);
  private final Exchange breaker = new BreakerExchange(3, time, discord);

  @Test
  void stopsBeforeTooManyAnswersAreInvalid() throws Exception {
    send(Answers.error(403, 50001), Answers.tooMany("user", "1"), Answers.error(403, 50013));
    assertThatThrownBy(() -> breaker.exchange(REQUEST)).isInstanceOf(DiscordRefusedException.class);
    assertThat(discord.requests().size()).isEqualTo(3);
  }

  @Test
  void goesOnWhenTheyAreTenMinutesOld() throws Exception {
    send(Answers.error(403, 50001), Answers.error(403, 50001), Answers.error(403, 50001));
    time.advance(Duration.ofMinutes(10));
    send(Answers.message());
    assertThat(discord.requests().size()).isEqualTo(4);
  }

  @Test
  void doesNotCountWhatIsNotOurFault() throws Exception {
    send(
        Answers.tooMany("shared", "1"),
        Answers.tooMany("shared", "1"),
        Answers.error(404, 10003),
        Answers.error(500, 0),
        Answers.message());
    assertThat(discord.requests().size()).isEqualTo(5);
  }

  private void send(ApiResponse... answers) throws Exception {
    discord.answering(answers);
    for (int i = 0; i < answers.length; i++) {
      breaker.exchange(REQUEST);
    }
  }
}
