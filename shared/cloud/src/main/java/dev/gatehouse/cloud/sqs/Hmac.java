package dev.gatehouse.cloud.sqs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC-SHA-256 with one key. On a bare digest, because the first use of {@code javax.crypto} loads
 * and checks the whole provider machinery, which a cold start cannot afford. For one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
final class Hmac {
  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final MessageDigest digest = Sha256.digest();
  private final byte[] inner;
  private final byte[] outer;

  Hmac(byte[] key) {
    byte[] block = Arrays.copyOf(key.length > BLOCK ? digest.digest(key) : key, BLOCK);
    inner = padded(block, INNER);
    outer = padded(block, OUTER);
  }

  byte[] of(String text) {
    digest.update(inner);
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return finish();
  }

  byte[] of(ByteOutput text) {
    digest.update(inner);
    text.digest(digest);
    return finish();
  }

  private byte[] finish() {
    byte[] hash = digest.digest();
    digest.update(outer);
    return digest.digest(hash);
  }

  private static byte[] padded(byte[] block, byte pad) {
    byte[] padded = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      padded[i] = (byte) (block[i] ^ pad);
    }
    return padded;
  }
}
