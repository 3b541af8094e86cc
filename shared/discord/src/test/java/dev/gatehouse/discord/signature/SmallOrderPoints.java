package dev.gatehouse.discord.signature;

import java.util.HexFormat;
import java.util.stream.Stream;

/** The encodings of the points of small order, each with both values of the sign bit. */
final class SmallOrderPoints {
  private static final HexFormat HEX = HexFormat.of();

  private SmallOrderPoints() {}

  static Stream<String> encodings() {
    return Stream.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")
        .flatMap(y -> Stream.of(y, withSignBit(y)));
  }

  private static String withSignBit(String y) {
    byte[] point = HEX.parseHex(y);
    point[31] |= (byte) 0x80;
    return HEX.formatHex(point);
  }
}
