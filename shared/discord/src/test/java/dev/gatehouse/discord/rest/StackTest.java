package dev.gatehouse.discord.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
final class StackTest {
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
    assertEquals("Bot bot-token", headers.get("Authorization"));
    assertTrue(headers.get("User-Agent").startsWith("DiscordBot ("), headers::toString);
  }

  @Test
  void keepsTheBotsTokenOutOfInteractionCalls() {
    discord.answering(Answers.message());
    rest.editOriginal(APPLICATION, TOKEN, MessageEdit.text("done"));
    assertFalse(discord.requests().getFirst().headers().containsKey("Authorization"));
  }

  @Test
  void repeatsACallAfterAServerError() {
    discord.answering(Answers.of(502, "<html>"), Answers.error(503, 0), Answers.message());
    assertEquals("hi", rest.message(CHANNEL, Snowflake.of(1)).content());
    assertEquals(3, discord.requests().size());
    assertEquals(2, time.slept().size());
  }

  @Test
  void repeatsAMessageWithTheSameNonce() {
    discord.failing(new IOException("reset")).answering(Answers.message());
    rest.createMessage(CHANNEL, MessageCreate.text("hi"));
    var bodies = discord.requests().stream().map(r -> new String(r.body().bytes(), UTF_8)).toList();
    assertEquals(2, bodies.size());
    assertEquals(bodies.getFirst(), bodies.getLast());
    assertTrue(bodies.getFirst().contains("\"enforce_nonce\":true"), bodies.getFirst());
  }

  @Test
  void doesNotRepeatAFollowUpWhoseFateIsUnknown() {
    discord.failing(new IOException("reset"));
    assertThrows(DiscordConnectionException.class, this::followUp);
    discord.answering(Answers.error(500, 0));
    assertEquals(500, assertThrows(DiscordApiException.class, this::followUp).status());
    assertEquals(2, discord.requests().size());
  }

  @Test
  void repeatsAFollowUpThatNeverLeft() {
    discord.failing(new ConnectException("refused")).answering(Answers.message());
    followUp();
    assertEquals(2, discord.requests().size());
  }

  @Test
  void givesUpAfterSoManyAttempts() {
    for (int i = 0; i < 5; i++) {
      discord.answering(Answers.error(500, 0));
    }
    var failure =
        assertThrows(DiscordApiException.class, () -> rest.message(CHANNEL, Snowflake.of(1)));
    assertEquals(500, failure.status());
    assertEquals(5, discord.requests().size());
  }

  @Test
  void waitsAsLongAsARefusalSays() {
    discord.answering(Answers.tooMany("user", "1.25"), Answers.message());
    followUp();
    assertEquals(List.of(0L, 1250L), discord.millis());
    assertTrue(measured.contains("user"), measured::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "shared"})
  void waitsWhereThereWasNoLimitBefore(String scope) {
    discord.answering(Answers.message(), Answers.tooMany(scope, "1.25"), Answers.message());
    followUp();
    followUp();
    assertEquals(List.of(0L, 0L, 1250L), discord.millis());
  }

  @Test
  void waitsWhenAnInteractionIsRefusedGlobally() {
    discord.answering(Answers.tooMany("global", "2"), Answers.message(), Answers.message());
    followUp();
    rest.editOriginal(APPLICATION, TOKEN, MessageEdit.text("done"));
    assertEquals(List.of(0L, 2000L, 2000L), discord.millis());
  }

  @Test
  void leavesALongWaitToTheCaller() {
    discord.answering(Answers.tooMany("user", "600"));
    assertEquals(429, assertThrows(DiscordApiException.class, this::followUp).status());
  }

  @Test
  void stopsAllOfTheBotsCallsAtTheGlobalLimit() {
    discord.answering(Answers.tooMany("global", "2"), Answers.message(), Answers.message());
    rest.message(CHANNEL, Snowflake.of(1));
    assertEquals(List.of(0L, 2000L), discord.millis());
    followUp();
    assertEquals(List.of(0L, 2000L, 2000L), discord.millis());
  }

  @Test
  void leavesInteractionsOutOfTheGlobalLimit() {
    for (int i = 0; i < 120; i++) {
      discord.answering(Answers.message());
    }
    for (int i = 0; i < 60; i++) {
      followUp();
    }
    assertEquals(0, time.nanos());
    for (int i = 0; i < 60; i++) {
      rest.message(CHANNEL, Snowflake.of(1));
    }
    assertEquals(0L, discord.millis().get(109));
    assertEquals(1000L, discord.millis().get(110));
  }

  @Test
  void stopsEverythingWhenTheProxyRefuses() {
    var fromCloudflare = Answers.of(429, "error code: 1015", "Retry-After", "7");
    discord.answering(fromCloudflare, Answers.message(), Answers.message());
    followUp();
    assertEquals(List.of(0L, 7000L), discord.millis());
    assertTrue(measured.contains("cloudflare"), measured::toString);
  }

  @Test
  void makesNoFurtherCallWithATokenThatIsNotValid() {
    discord.answering(Answers.error(401, 0));
    assertEquals(401, assertThrows(DiscordApiException.class, rest::currentUser).status());
    var refusal = assertThrows(DiscordRefusedException.class, rest::gatewayBot);
    assertTrue(refusal.getMessage().contains("DISCORD_TOKEN"), refusal.getMessage());
    assertEquals(1, discord.requests().size());
  }

  @Test
  void goesOnAfterTheTokenOfAnInteractionExpired() {
    discord.answering(Answers.error(401, ErrorCode.INVALID_WEBHOOK_TOKEN), Answers.message());
    assertThrows(DiscordApiException.class, this::followUp);
    rest.message(CHANNEL, Snowflake.of(1));
    assertEquals(2, discord.requests().size());
  }

  @Test
  void waitsForTheAcknowledgementOfAnInteraction() {
    var early = Answers.error(404, ErrorCode.UNKNOWN_WEBHOOK);
    discord.answering(early, early, Answers.message());
    rest.editOriginal(APPLICATION, TOKEN, MessageEdit.text("done"));
    assertEquals(3, discord.requests().size());
    assertTrue(time.nanos() > 0);
  }

  @Test
  void waitsForAnAcknowledgementLongerThanItMayTakeButNotForever() {
    for (int i = 0; i < 30; i++) {
      discord.answering(Answers.error(404, ErrorCode.UNKNOWN_WEBHOOK));
    }
    var failure = assertThrows(DiscordApiException.class, this::followUp);
    assertEquals(ErrorCode.UNKNOWN_WEBHOOK, failure.code());
    assertTrue(discord.millis().getLast() >= 3_000, () -> discord.millis().toString());
    assertTrue(discord.millis().getLast() < 5_000, () -> discord.millis().toString());
  }

  @Test
  void doesNotWaitForAMessageThatIsGone() {
    discord.answering(Answers.error(404, ErrorCode.UNKNOWN_MESSAGE));
    assertThrows(DiscordApiException.class, this::followUp);
    assertEquals(1, discord.requests().size());
  }

  @Test
  void tellsTheMetricsAboutEveryAttempt() {
    discord.failing(new IOException("reset")).answering(Answers.message());
    rest.message(CHANNEL, Snowflake.of(1));
    String route = "GET /channels/{channel}/messages/{message}";
    assertEquals(List.of(route + " failed", route + " 200"), measured);
  }

  @Test
  void saysWhatTheAnswerDidNotMakeSenseFor() {
    discord.answering(Answers.of(200, "[]"));
    var failure =
        assertThrows(
            DiscordConnectionException.class, () -> rest.message(CHANNEL, Snowflake.of(1)));
    assertTrue(failure.getMessage().startsWith("GET /channels/"), failure.getMessage());
  }

  @Test
  void keepsTheInterruption() {
    Thread.currentThread().interrupt();
    assertThrows(DiscordConnectionException.class, () -> rest.message(CHANNEL, Snowflake.of(1)));
    assertTrue(Thread.interrupted());
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
