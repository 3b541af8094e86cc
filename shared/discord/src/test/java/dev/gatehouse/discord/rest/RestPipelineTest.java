package dev.gatehouse.discord.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.Snowflake;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller sees of the decorators together. */
final class RestPipelineTest {
  private static final Snowflake CHANNEL = Snowflake.of(2);
  private static final Snowflake APPLICATION = Snowflake.of(3);
  private static final Secret TOKEN = Secret.of("interaction-token");

  private final FakeTime time = new FakeTime();
  private final ScriptedExchange discord = new ScriptedExchange(time);
  private final List<String> measured = Collections.synchronizedList(new ArrayList<>());
  private final DiscordRest rest = DiscordRest.create(config(), discord, time);

  @Test
  void signsTheBotsCallsAndSaysWhoCalls() {
    discord.answering(Answers.message());
    rest.message(CHANNEL, Snowflake.of(1));
    var headers = discord.requests().getFirst().headers();
    assertThat(headers.get("Authorization")).isEqualTo("Bot bot-token");
    assertThat(headers.get("User-Agent").startsWith("DiscordBot (")).as(headers::toString).isTrue();
  }

  @Test
  void keepsTheBotsTokenOutOfInteractionCalls() {
    discord.answering(Answers.message());
    rest.editOriginal(APPLICATION, TOKEN, MessageEdit.text("done"));
    assertThat(discord.requests().getFirst().headers().containsKey("Authorization")).isFalse();
  }

  @Test
  void repeatsACallAfterAServerError() {
    discord.answering(Answers.of(502, "<html>"), Answers.error(503, 0), Answers.message());
    assertThat(rest.message(CHANNEL, Snowflake.of(1)).content()).isEqualTo("hi");
    assertThat(discord.requests().size()).isEqualTo(3);
    assertThat(time.slept().size()).isEqualTo(2);
  }

  @Test
  void repeatsAMessageWithTheSameNonce() {
    discord.failing(new IOException("reset")).answering(Answers.message());
    rest.createMessage(CHANNEL, MessageCreate.text("hi"));
    var bodies = discord.requests().stream().map(r -> new String(r.body().bytes(), UTF_8)).toList();
    assertThat(bodies.size()).isEqualTo(2);
    assertThat(bodies.getLast()).isEqualTo(bodies.getFirst());
    assertThat(bodies.getFirst()).contains("\"enforce_nonce\":true");
  }

  @Test
  void doesNotRepeatAFollowUpWhoseFateIsUnknown() {
    discord.failing(new IOException("reset"));
    assertThatThrownBy(this::followUp).isInstanceOf(DiscordConnectionException.class);
    discord.answering(Answers.error(500, 0));
    assertThat(
            assertThatExceptionOfType(DiscordApiException.class)
                .isThrownBy(this::followUp)
                .actual()
                .status())
        .isEqualTo(500);
    assertThat(discord.requests().size()).isEqualTo(2);
  }

  @Test
  void repeatsAFollowUpThatNeverLeft() {
    discord.failing(new ConnectException("refused")).answering(Answers.message());
    followUp();
    assertThat(discord.requests().size()).isEqualTo(2);
  }

  @Test
  void givesUpAfterSoManyAttempts() {
    for (int i = 0; i < 5; i++) {
      discord.answering(Answers.error(500, 0));
    }
    var failure =
        assertThatExceptionOfType(DiscordApiException.class)
            .isThrownBy(() -> rest.message(CHANNEL, Snowflake.of(1)))
            .actual();
    assertThat(failure.status()).isEqualTo(500);
    assertThat(discord.requests().size()).isEqualTo(5);
  }

  @Test
  void waitsAsLongAsARefusalSays() {
    discord.answering(Answers.tooMany("user", "1.25"), Answers.message());
    followUp();
    assertThat(discord.millis()).isEqualTo(List.of(0L, 1250L));
    assertThat(measured.contains("user")).as(measured::toString).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "shared"})
  void waitsWhereThereWasNoLimitBefore(String scope) {
    discord.answering(Answers.message(), Answers.tooMany(scope, "1.25"), Answers.message());
    followUp();
    followUp();
    assertThat(discord.millis()).isEqualTo(List.of(0L, 0L, 1250L));
  }

  @Test
  void waitsWhenAnInteractionIsRefusedGlobally() {
    discord.answering(Answers.tooMany("global", "2"), Answers.message(), Answers.message());
    followUp();
    rest.editOriginal(APPLICATION, TOKEN, MessageEdit.text("done"));
    assertThat(discord.millis()).isEqualTo(List.of(0L, 2000L, 2000L));
  }

  @Test
  void leavesALongWaitToTheCaller() {
    discord.answering(Answers.tooMany("user", "600"));
    assertThat(
            assertThatExceptionOfType(DiscordApiException.class)
                .isThrownBy(this::followUp)
                .actual()
                .status())
        .isEqualTo(429);
  }

  @Test
  void stopsAllOfTheBotsCallsAtTheGlobalLimit() {
    discord.answering(Answers.tooMany("global", "2"), Answers.message(), Answers.message());
    rest.message(CHANNEL, Snowflake.of(1));
    assertThat(discord.millis()).isEqualTo(List.of(0L, 2000L));
    followUp();
    assertThat(discord.millis()).isEqualTo(List.of(0L, 2000L, 2000L));
  }

  @Test
  void leavesInteractionsOutOfTheGlobalLimit() {
    for (int i = 0; i < 120; i++) {
      discord.answering(Answers.message());
    }
    for (int i = 0; i < 60; i++) {
      followUp();
    }
    assertThat(time.nanos()).isEqualTo(0);
    for (int i = 0; i < 60; i++) {
      rest.message(CHANNEL, Snowflake.of(1));
    }
    assertThat(discord.millis().get(109)).isEqualTo(0L);
    assertThat(discord.millis().get(110)).isEqualTo(1000L);
  }

  @Test
  void stopsEverythingWhenTheProxyRefuses() {
    var fromCloudflare = Answers.of(429, "error code: 1015", "Retry-After", "7");
    discord.answering(fromCloudflare, Answers.message(), Answers.message());
    followUp();
    assertThat(discord.millis()).isEqualTo(List.of(0L, 7000L));
    assertThat(measured.contains("cloudflare")).as(measured::toString).isTrue();
  }

  @Test
  void makesNoFurtherCallWithATokenThatIsNotValid() {
    discord.answering(Answers.error(401, 0));
    assertThat(
            assertThatExceptionOfType(DiscordApiException.class)
                .isThrownBy(rest::currentUser)
                .actual()
                .status())
        .isEqualTo(401);
    var refusal =
        assertThatExceptionOfType(DiscordRefusedException.class)
            .isThrownBy(rest::gatewayBot)
            .actual();
    assertThat(refusal.getMessage()).contains("DISCORD_TOKEN");
    assertThat(discord.requests().size()).isEqualTo(1);
  }

  @Test
  void goesOnAfterTheTokenOfAnInteractionExpired() {
    discord.answering(Answers.error(401, ErrorCode.INVALID_WEBHOOK_TOKEN), Answers.message());
    assertThatThrownBy(this::followUp).isInstanceOf(DiscordApiException.class);
    rest.message(CHANNEL, Snowflake.of(1));
    assertThat(discord.requests().size()).isEqualTo(2);
  }

  @Test
  void waitsForTheAcknowledgementOfAnInteraction() {
    var early = Answers.error(404, ErrorCode.UNKNOWN_WEBHOOK);
    discord.answering(early, early, Answers.message());
    rest.editOriginal(APPLICATION, TOKEN, MessageEdit.text("done"));
    assertThat(discord.requests().size()).isEqualTo(3);
    assertThat(time.nanos() > 0).isTrue();
  }

  @Test
  void waitsForAnAcknowledgementLongerThanItMayTakeButNotForever() {
    for (int i = 0; i < 30; i++) {
      discord.answering(Answers.error(404, ErrorCode.UNKNOWN_WEBHOOK));
    }
    var failure =
        assertThatExceptionOfType(DiscordApiException.class).isThrownBy(this::followUp).actual();
    assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_WEBHOOK);
    assertThat(discord.millis().getLast() >= 3_000).as(() -> discord.millis().toString()).isTrue();
    assertThat(discord.millis().getLast() < 5_000).as(() -> discord.millis().toString()).isTrue();
  }

  @Test
  void doesNotWaitForAMessageThatIsGone() {
    discord.answering(Answers.error(404, ErrorCode.UNKNOWN_MESSAGE));
    assertThatThrownBy(this::followUp).isInstanceOf(DiscordApiException.class);
    assertThat(discord.requests().size()).isEqualTo(1);
  }

  @Test
  void tellsTheMetricsAboutEveryAttempt() {
    discord.failing(new IOException("reset")).answering(Answers.message());
    rest.message(CHANNEL, Snowflake.of(1));
    String route = "GET /channels/{channel}/messages/{message}";
    assertThat(measured).isEqualTo(List.of(route + " failed", route + " 200"));
  }

  @Test
  void saysWhatTheAnswerDidNotMakeSenseFor() {
    discord.answering(Answers.of(200, "[]"));
    var failure =
        assertThatExceptionOfType(DiscordConnectionException.class)
            .isThrownBy(() -> rest.message(CHANNEL, Snowflake.of(1)))
            .actual();
    assertThat(failure.getMessage()).startsWith("GET /channels/");
  }

  @Test
  void keepsTheInterruption() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> rest.message(CHANNEL, Snowflake.of(1)))
        .isInstanceOf(DiscordConnectionException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void followUp() {
    rest.createFollowup(APPLICATION, TOKEN, MessageCreate.text("more"));
  }

  private DiscordRestConfig config() {
    var base = DiscordRestConfig.of(Secret.of("bot-token"));
    return new DiscordRestConfig(
        base.baseUrl(),
        base.token(),
        base.userAgent(),
        base.connectTimeout(),
        base.requestTimeout(),
        base.attempts(),
        base.globalPerSecond(),
        new RecordingMetrics(measured),
        new Random(1));
  }
}
