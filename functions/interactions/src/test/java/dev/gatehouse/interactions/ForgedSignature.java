package dev.gatehouse.interactions;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** A signature that needs no key. */
final class ForgedSignature {
  private static final int POINT = 32;
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private ForgedSignature() {}

  /**
   * {@code (sB, s)}: since the public key is the neutral element, {@code sB = R + hA} holds for
   * each message (<a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7">RFC 8032</a>). R
   * is of prime order, so that only the key gives it away.
   */
  static String underTheNeutralKey() {
    byte[] seed = new byte[POINT];
    byte[] r = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    return HexFormat.of().formatHex(r) + HexFormat.of().formatHex(scalar(seed));
  }

  /** What the point of a seed is the multiple by (RFC 8032, 5.1.5), reduced. */
  private static byte[] scalar(byte[] seed) {
    byte[] clamped = new byte[POINT];
    System.arraycopy(sha512(seed), 0, clamped, 0, POINT);
    clamped[0] &= (byte) 0xf8;
    clamped[POINT - 1] &= 0x7f;
    clamped[POINT - 1] |= 0x40;
    BigInteger s = new BigInteger(1, reversed(clamped)).mod(ORDER);
    byte[] encoded = new byte[POINT];
    for (int i = 0; i < POINT; i++) {
      encoded[i] = s.shiftRight(Byte.SIZE * i).byteValue();
    }
    return encoded;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] sha512(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
