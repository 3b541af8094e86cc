package dev.gatehouse.discord.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureVerifierTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final String TIMESTAMP = Long.toString(NOW.getEpochSecond());
  private static final byte[] BODY = "{\"type\":1}".getBytes(UTF_8);

  private final SigningKey key = SigningKey.fromSeed(7);
  private final SignatureVerifier verifier = SignatureVerifier.of(key.publicKeyHex());
  private final String signature = key.sign(TIMESTAMP, BODY);

  @Test
  void acceptsWhatTheKeySigned() {
    assertThat(verifier.verify(signature, TIMESTAMP, BODY, NOW)).isEqualTo(new Verdict.Authentic());
  }

  @Test
  void refusesAnotherBody() {
    byte[] other = "{\"type\":2}".getBytes(UTF_8);
    assertThat(verifier.verify(signature, TIMESTAMP, other, NOW)).isEqualTo(new Verdict.Forged());
  }

  @Test
  void refusesAnotherTimestamp() {
    String other = Long.toString(NOW.getEpochSecond() + 1);
    assertThat(verifier.verify(signature, other, BODY, NOW)).isEqualTo(new Verdict.Forged());
  }

  @Test
  void refusesAnotherKey() {
    var stranger = SignatureVerifier.of(SigningKey.fromSeed(8).publicKeyHex());
    assertThat(stranger.verify(signature, TIMESTAMP, BODY, NOW)).isEqualTo(new Verdict.Forged());
  }

  @Test
  void refusesBytesMovedFromTheTimestampToTheBody() {
    byte[] longer = (TIMESTAMP.charAt(9) + new String(BODY, UTF_8)).getBytes(UTF_8);
    String shorter = TIMESTAMP.substring(0, 9);
    var verdict = verifier.verify(signature, shorter, longer, NOW);
    assertThat(verdict)
        .as("the bytes are the same, so only the age tells them apart")
        .isInstanceOf(Verdict.Stale.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz", "0x"})
  void callsAShortOrNonHexSignatureMalformed(String text) {
    assertThat(verifier.verify(text, TIMESTAMP, BODY, NOW)).isInstanceOf(Verdict.Malformed.class);
  }

  @Test
  void callsALongSignatureMalformed() {
    assertThat(verifier.verify(signature + "00", TIMESTAMP, BODY, NOW))
        .isInstanceOf(Verdict.Malformed.class);
  }

  @Test
  void callsUpperCaseHexMalformed() {
    String upper = signature.toUpperCase(Locale.ROOT);
    var verdict = assertThat(verify(upper)).asInstanceOf(type(Verdict.Malformed.class)).actual();
    assertThat(verdict.reason()).contains("X-Signature-Ed25519");
  }

  @Test
  void callsDigitsOfOtherScriptsMalformed() {
    assertThat(verify("\u0661".repeat(128))).isInstanceOf(Verdict.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "now", "-1", "1.5", "1767268800 ", "99999999999999999999"})
  void callsATimestampThatIsNoneMalformed(String timestamp) {
    var verdict = verifier.verify(key.sign(timestamp, BODY), timestamp, BODY, NOW);
    var malformed = assertThat(verdict).asInstanceOf(type(Verdict.Malformed.class)).actual();
    assertThat(malformed.reason()).contains("X-Signature-Timestamp");
  }

  @Test
  void acceptsTheEdgesOfTheReplayWindow() {
    Duration window = SignatureVerifier.DEFAULT_WINDOW;
    assertThat(verifyAt(NOW.plus(window))).isEqualTo(new Verdict.Authentic());
    assertThat(verifyAt(NOW.minus(window))).isEqualTo(new Verdict.Authentic());
  }

  @Test
  void callsWhatIsOlderOrNewerThanTheWindowStale() {
    Duration beyond = SignatureVerifier.DEFAULT_WINDOW.plusSeconds(1);
    assertThat(verifyAt(NOW.plus(beyond))).isEqualTo(new Verdict.Stale(beyond));
    assertThat(verifyAt(NOW.minus(beyond))).isEqualTo(new Verdict.Stale(beyond.negated()));
  }

  @Test
  void takesAWindowOfItsOwn() {
    var strict = SignatureVerifier.of(key.publicKeyHex(), Duration.ofSeconds(1));
    var verdict = strict.verify(signature, TIMESTAMP, BODY, NOW.plusSeconds(2));
    assertThat(verdict).isEqualTo(new Verdict.Stale(Duration.ofSeconds(2)));
  }

  @Test
  void callsAForgeryForgedEvenWhenItIsStale() {
    byte[] other = "other".getBytes(UTF_8);
    var verdict = verifier.verify(signature, TIMESTAMP, other, NOW.plusSeconds(3600));
    assertThat(verdict).isEqualTo(new Verdict.Forged());
  }

  @Test
  void takesTheKeyInUpperCase() {
    var upper = SignatureVerifier.of(key.publicKeyHex().toUpperCase(Locale.ROOT));
    assertThat(upper.verify(signature, TIMESTAMP, BODY, NOW)).isEqualTo(new Verdict.Authentic());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "g000000000000000000000000000000000000000000000000000000000000000"})
  void namesTheSettingWhenTheKeyIsMalformed(String hex) {
    var refusal =
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> SignatureVerifier.of(hex))
            .actual();
    assertThat(refusal.getMessage()).startsWith("DISCORD_PUBLIC_KEY");
  }

  private Verdict verify(String signatureHex) {
    return verifier.verify(signatureHex, TIMESTAMP, BODY, NOW);
  }

  private Verdict verifyAt(Instant now) {
    return verifier.verify(signature, TIMESTAMP, BODY, now);
  }
}
