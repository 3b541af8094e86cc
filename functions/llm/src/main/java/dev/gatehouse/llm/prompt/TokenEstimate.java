package dev.gatehouse.llm.prompt;

/**
 * How many tokens a text is likely to be, on the safe side, without any provider's vocabulary:
 * three ASCII characters make a token (code has shorter tokens than prose), other characters one
 * each.
 */
final class TokenEstimate {
  private static final int ASCII_PER_TOKEN = 3;

  private TokenEstimate() {}

  static int of(String text) {
    int ascii = (int) text.chars().filter(c -> c < 0x80).count();
    return (ascii + ASCII_PER_TOKEN - 1) / ASCII_PER_TOKEN + text.length() - ascii;
  }
}
