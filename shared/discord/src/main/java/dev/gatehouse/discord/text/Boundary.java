package dev.gatehouse.discord.text;

/** What a cut comes after, the best first. */
enum Boundary {
  PARAGRAPH(0.5) {
    @Override
    boolean at(String text, int cut) {
      return LINE.at(text, cut) && (cut == 1 || text.charAt(cut - 2) == '\n');
    }
  },
  LINE(0.25) {
    @Override
    boolean at(String text, int cut) {
      return text.charAt(cut - 1) == '\n';
    }
  },
  WORD(0.1) {
    @Override
    boolean at(String text, int cut) {
      return Character.isWhitespace(text.charAt(cut - 1));
    }
  },
  CHARACTER(0) {
    @Override
    boolean at(String text, int cut) {
      return true;
    }
  };

  private final double leastFill;

  Boundary(double leastFill) {
    this.leastFill = leastFill;
  }

  /** Whether there is such a boundary before the character at {@code cut}. */
  abstract boolean at(String text, int cut);

  /** How much of a message must be full before it may end at such a boundary. */
  int leastFill(int limit) {
    return (int) (leastFill * limit);
  }
}
