package dev.gatehouse.discord.signature;

import java.util.Arrays;

/**
 * The encodings of the curve's eight points of small order, the non-canonical ones included. A
 * signature whose R or whose key is one of them can hold for more than one message, so a strict
 * verifier refuses it, which <a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7">RFC
 * 8032</a> leaves open.
 *
 * @see <a href="https://eprint.iacr.org/2020/1244">Taming the many EdDSAs, section 4</a>
 */
final class SmallOrder {
  private static final int POINT = 32;

  /** Little-endian y-coordinates, without the sign bit. */
  private static final byte[][] ENCODINGS = {
    y("0000000000000000000000000000000000000000000000000000000000000000"),
    y("0100000000000000000000000000000000000000000000000000000000000000"),
    y("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    y("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    y("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    y("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    y("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
  };

  private SmallOrder() {}

  /** Whether the 32 bytes from the start of {@code encoded} name a point of small order. */
  static boolean matches(byte[] encoded) {
    byte[] y = Arrays.copyOf(encoded, POINT);
    y[POINT - 1] &= 0x7f;
    for (byte[] candidate : ENCODINGS) {
      if (Arrays.equals(candidate, y)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] y(String hex) {
    byte[] decoded = Hex.lowerCase(hex, POINT);
    if (decoded == null) {
      throw new AssertionError(hex);
    }
    return decoded;
  }
}
