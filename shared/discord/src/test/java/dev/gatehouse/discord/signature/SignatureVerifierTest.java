package dev.gatehouse.discord.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertEquals(new Verdict.Authentic(), verifier.verify(signature, TIMESTAMP, BODY, NOW));
  }

  @Test
  void refusesAnotherBody() {
    byte[] other = "{\"type\":2}".getBytes(UTF_8);
    assertEquals(new Verdict.Forged(), verifier.verify(signature, TIMESTAMP, other, NOW));
  }

  @Test
  void refusesAnotherTimestamp() {
    String other = Long.toString(NOW.getEpochSecond() + 1);
    assertEquals(new Verdict.Forged(), verifier.verify(signature, other, BODY, NOW));
  }

  @Test
  void refusesAnotherKey() {
    var stranger = SignatureVerifier.of(SigningKey.fromSeed(8).publicKeyHex());
    assertEquals(new Verdict.Forged(), stranger.verify(signature, TIMESTAMP, BODY, NOW));
  }

  @Test
  void refusesBytesMovedFromTheTimestampToTheBody() {
    byte[] longer = (TIMESTAMP.charAt(9) + new String(BODY, UTF_8)).getBytes(UTF_8);
    String shorter = TIMESTAMP.substring(0, 9);
    var verdict = verifier.verify(signature, shorter, longer, NOW);
    assertInstanceOf(
        Verdict.Stale.class, verdict, "the bytes are the same, so only the age tells them apart");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz", "0x"})
  void callsAShortOrNonHexSignatureMalformed(String text) {
    assertInstanceOf(Verdict.Malformed.class, verifier.verify(text, TIMESTAMP, BODY, NOW));
  }

  @Test
  void callsALongSignatureMalformed() {
    assertInstanceOf(
        Verdict.Malformed.class, verifier.verify(signature + "00", TIMESTAMP, BODY, NOW));
  }

  @Test
  void callsUpperCaseHexMalformed() {
    String upper = signature.toUpperCase(Locale.ROOT);
    var verdict = assertInstanceOf(Verdict.Malformed.class, verify(upper));
    assertTrue(verdict.reason().contains("X-Signature-Ed25519"), verdict.reason());
  }

  @Test
  void callsDigitsOfOtherScriptsMalformed() {
    assertInstanceOf(Verdict.Malformed.class, verify("\u0661".repeat(128)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "now", "-1", "1.5", "1767268800 ", "99999999999999999999"})
  void callsATimestampThatIsNoneMalformed(String timestamp) {
    var verdict = verifier.verify(key.sign(timestamp, BODY), timestamp, BODY, NOW);
    var malformed = assertInstanceOf(Verdict.Malformed.class, verdict);
    assertTrue(malformed.reason().contains("X-Signature-Timestamp"), malformed.reason());
  }

  @Test
  void acceptsTheEdgesOfTheReplayWindow() {
    Duration window = SignatureVerifier.DEFAULT_WINDOW;
    assertEquals(new Verdict.Authentic(), verifyAt(NOW.plus(window)));
    assertEquals(new Verdict.Authentic(), verifyAt(NOW.minus(window)));
  }

  @Test
  void callsWhatIsOlderOrNewerThanTheWindowStale() {
    Duration beyond = SignatureVerifier.DEFAULT_WINDOW.plusSeconds(1);
    assertEquals(new Verdict.Stale(beyond), verifyAt(NOW.plus(beyond)));
    assertEquals(new Verdict.Stale(beyond.negated()), verifyAt(NOW.minus(beyond)));
  }

  @Test
  void takesAWindowOfItsOwn() {
    var strict = SignatureVerifier.of(key.publicKeyHex(), Duration.ofSeconds(1));
    var verdict = strict.verify(signature, TIMESTAMP, BODY, NOW.plusSeconds(2));
    assertEquals(new Verdict.Stale(Duration.ofSeconds(2)), verdict);
  }

  @Test
  void callsAForgeryForgedEvenWhenItIsStale() {
    byte[] other = "other".getBytes(UTF_8);
    var verdict = verifier.verify(signature, TIMESTAMP, other, NOW.plusSeconds(3600));
    assertEquals(new Verdict.Forged(), verdict);
  }

  @Test
  void takesTheKeyInUpperCase() {
    var upper = SignatureVerifier.of(key.publicKeyHex().toUpperCase(Locale.ROOT));
    assertEquals(new Verdict.Authentic(), upper.verify(signature, TIMESTAMP, BODY, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "g000000000000000000000000000000000000000000000000000000000000000"})
  void namesTheSettingWhenTheKeyIsMalformed(String hex) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> SignatureVerifier.of(hex));
    assertTrue(refusal.getMessage().startsWith("DISCORD_PUBLIC_KEY"), refusal.getMessage());
  }

  private Verdict verify(String signatureHex) {
    return verifier.verify(signatureHex, TIMESTAMP, BODY, NOW);
  }

  private Verdict verifyAt(Instant now) {
    return verifier.verify(signature, TIMESTAMP, BODY, now);
  }
}
