package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

final class SigningClockTest {
  private static final Instant OURS = Instant.parse("2026-01-01T00:00:00Z");
  private static final String CODE = "RequestTimeTooSkewed";

  private final SigningClock clock = new SigningClock(Clock.fixed(OURS, ZoneOffset.UTC));

  @Test
  void callsThatWereSignedBeforeTheCorrectionDoNotCorrectTwice() {
    long signed = clock.epochSecond();
    String date = date(OURS.plusSeconds(3600));

    assertThat(clock.correct(signed, CODE, date)).isTrue();
    assertThat(clock.correct(signed, CODE, date)).isTrue();

    assertThat(clock.epochSecond()).isEqualTo(OURS.getEpochSecond() + 3600);
  }

  @Test
  void aSignatureOfTheRightTimeIsRefusedForAnotherReason() {
    assertThat(clock.correct(clock.epochSecond(), CODE, date(OURS.plusSeconds(240)))).isFalse();
    assertThat(clock.correct(clock.epochSecond(), CODE, "yesterday")).isFalse();
    assertThat(clock.correct(clock.epochSecond(), "AccessDenied", date(OURS.plusSeconds(3600))))
        .isFalse();

    assertThat(clock.epochSecond()).isEqualTo(OURS.getEpochSecond());
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
  }
}
