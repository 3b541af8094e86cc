package dev.gatehouse.interactions;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;

/** Ways in which a right signature is made wrong; each is one that some verifier has let pass. */
enum SignatureEdge {
  SHORT {
    @Override
    String apply(String signature) {
      return signature.substring(2);
    }
  },
  LONG {
    @Override
    String apply(String signature) {
      return signature + "00";
    }
  },
  NOT_HEX {
    @Override
    String apply(String signature) {
      return "zz" + signature.substring(2);
    }
  },
  UPPER_CASE {
    @Override
    String apply(String signature) {
      return signature.toUpperCase(Locale.ROOT);
    }
  },
  /** S + L verifies under a verifier that reduces S first (RFC 8032, 5.1.7: S must be below L). */
  S_NOT_REDUCED {
    @Override
    String apply(String signature) {
      byte[] bytes = HexFormat.of().parseHex(signature);
      BigInteger s = littleEndian(bytes, 32).add(ORDER);
      for (int i = 0; i < 32; i++) {
        bytes[32 + i] = s.shiftRight(8 * i).byteValue();
      }
      return HexFormat.of().formatHex(bytes);
    }
  },
  /** R is the neutral element. */
  SMALL_ORDER_R {
    @Override
    String apply(String signature) {
      return "01" + "00".repeat(31) + signature.substring(64);
    }
  },
  EMPTY {
    @Override
    String apply(String signature) {
      return "";
    }
  },
  FLIPPED {
    @Override
    String apply(String signature) {
      return (signature.charAt(0) == '0' ? '1' : '0') + signature.substring(1);
    }
  };

  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  abstract String apply(String signature);

  private static BigInteger littleEndian(byte[] bytes, int from) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 31; i >= 0; i--) {
      value = value.shiftLeft(8).or(BigInteger.valueOf(bytes[from + i] & 0xff));
    }
    return value;
  }
}
