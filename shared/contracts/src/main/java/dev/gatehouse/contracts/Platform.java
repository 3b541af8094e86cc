package dev.gatehouse.contracts;

import java.util.Locale;

/** A chat platform that messages come from and answers go to. */
public enum Platform {
  DISCORD,
  STOAT;

  /** The name on the wire and in keys: {@code discord}, {@code stoat}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a wire name; anything else names the field and the values that are right. */
  public static Platform ofWireName(String wireName) {
    for (Platform platform : values()) {
      if (platform.wireName().equals(wireName)) {
        return platform;
      }
    }
    throw new InvalidFieldException("platform", "must be discord or stoat, was " + wireName);
  }
}
