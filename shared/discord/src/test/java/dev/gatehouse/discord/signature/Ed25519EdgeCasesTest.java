package dev.gatehouse.discord.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Signatures that verifiers differ in. The messages are no timestamps followed by bodies, so they
 * are judged below the headers.
 */
final class Ed25519EdgeCasesTest {
  private static final HexFormat HEX = HexFormat.of();

  @ParameterizedTest(name = "RFC 8032, section 7.1, test {0}")
  @CsvFileSource(resources = "/ed25519/rfc8032.csv", numLinesToSkip = 1)
  void acceptsTheVectorsOfTheRfc(String name, String key, String message, String signature) {
    assertThat(holds(key, message == null ? "" : message, signature)).as(name).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "/ed25519/speccheck.csv", numLinesToSkip = 1)
  void refusesTheVectorsOfTamingTheManyEdDsas(
      int number, String what, String message, String key, String signature) {
    assertThat(holds(key, message, signature)).as(number + ": " + what).isFalse();
  }

  @TestFactory
  Stream<DynamicTest> refusesEverySmallOrderKeyWithTheSignatureThatFitsAnyMessage() {
    return SmallOrderPoints.encodings()
        .map(key ->
            DynamicTest.dynamicTest(
                key,
                () -> {
                  String identityAndZero = "01" + "00".repeat(63);
                  assertThat(verify(key, identityAndZero)).isEqualTo(new Verdict.Forged());
                }));
  }

  @TestFactory
  Stream<DynamicTest> refusesEverySmallOrderR() {
    String key = SigningKey.fromSeed(1).publicKeyHex();
    return SmallOrderPoints.encodings()
        .map(r ->
            DynamicTest.dynamicTest(
                r,
                () ->
                    assertThat(verify(key, r + "00".repeat(32))).isEqualTo(new Verdict.Forged())));
  }

  private static Verdict verify(String key, String signature) {
    return SignatureVerifier.of(key)
        .verify(signature, "100", new byte[] {1, 2, 3}, Instant.ofEpochSecond(100));
  }

  private static boolean holds(String key, String message, String signature) {
    return SignatureVerifier.of(key).holds(HEX.parseHex(signature), HEX.parseHex(message));
  }
}
