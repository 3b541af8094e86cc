package dev.gatehouse.discord.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

final class SignatureVerifierFuzzTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final SigningKey KEY = SigningKey.fromSeed(1);

  private final SignatureVerifier verifier = SignatureVerifier.of(KEY.publicKeyHex());

  /** The first line is the signature, the second the timestamp, the rest the body. */
  @FuzzTest
  void nothingButTheKeySigns(byte[] request) {
    int first = lineEnd(request, 0);
    int second = lineEnd(request, Math.min(first + 1, request.length));
    String signature = text(request, 0, first);
    String timestamp = text(request, Math.min(first + 1, second), second);
    byte[] body = Arrays.copyOfRange(request, Math.min(second + 1, request.length), request.length);

    assertThat(verifier.verify(signature, timestamp, body, NOW))
        .isInstanceOfAny(Verdict.Malformed.class, Verdict.Forged.class);
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
