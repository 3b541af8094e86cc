package dev.gatehouse.discord.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

final class SignatureVerifierPropertyTest {
  /** The order of the base point, RFC 8032 section 5.1. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  @Property(tries = 100)
  void acceptsEverySignedRequest(
      @ForAll long seed,
      @ForAll byte[] body,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds) {
    SigningKey key = SigningKey.fromSeed(seed);
    String timestamp = Long.toString(seconds);
    Verdict verdict =
        SignatureVerifier.of(key.publicKeyHex())
            .verify(key.sign(timestamp, body), timestamp, body, Instant.ofEpochSecond(seconds));
    assertThat(verdict).isEqualTo(new Verdict.Authentic());
  }

  @Property(tries = 200)
  void refusesASignatureWithAnyBitFlipped(
      @ForAll byte[] body, @ForAll @IntRange(min = 0, max = 511) int bit) {
    SigningKey key = SigningKey.fromSeed(1);
    byte[] signature = HexFormat.of().parseHex(key.sign("100", body));
    signature[bit / 8] ^= (byte) (1 << bit % 8);
    assertThat(verify(key, signature, body)).isEqualTo(new Verdict.Forged());
  }

  @Property(tries = 50)
  void refusesSThatIsNotReduced(@ForAll byte[] body) {
    SigningKey key = SigningKey.fromSeed(2);
    byte[] signature = HexFormat.of().parseHex(key.sign("100", body));
    addOrderToS(signature);
    assertThat(verify(key, signature, body)).isEqualTo(new Verdict.Forged());
  }

  @Property(tries = 300)
  void neverThrowsWhateverTheKeyAndSignature(
      @ForAll @Size(32) byte[] key, @ForAll @Size(64) byte[] signature, @ForAll byte[] body) {
    Verdict verdict =
        SignatureVerifier.of(HexFormat.of().formatHex(key))
            .verify(HexFormat.of().formatHex(signature), "100", body, Instant.ofEpochSecond(100));
    assertThat(verdict).isInstanceOf(Verdict.Forged.class);
  }

  @Property(tries = 300)
  void neverThrowsWhateverTheHeaders(@ForAll String signature, @ForAll String timestamp) {
    Verdict verdict =
        SignatureVerifier.of(SigningKey.fromSeed(3).publicKeyHex())
            .verify(signature, timestamp, new byte[0], Instant.EPOCH);
    assertThat(verdict).isNotEqualTo(new Verdict.Authentic());
  }

  private static Verdict verify(SigningKey key, byte[] signature, byte[] body) {
    return SignatureVerifier.of(key.publicKeyHex())
        .verify(HexFormat.of().formatHex(signature), "100", body, Instant.ofEpochSecond(100));
  }

  private static void addOrderToS(byte[] signature) {
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[i] = signature[63 - i];
    }
    byte[] sum = new BigInteger(1, bigEndian).add(ORDER).toByteArray();
    for (int i = 0; i < 32; i++) {
      int from = sum.length - 1 - i;
      signature[32 + i] = from < 0 ? 0 : sum[from];
    }
  }
}
