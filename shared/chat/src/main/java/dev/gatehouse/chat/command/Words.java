package dev.gatehouse.chat.command;

/** Reads a command line word by word; a word in double quotes may hold white space. */
final class Words {
  private static final char QUOTE = '"';
  private static final char ESCAPE = '\\';

  private final String line;
  private int at;

  Words(String line) {
    this.line = line.strip();
  }

  boolean hasMore() {
    skipSpace();
    return at < line.length();
  }

  /** All that is left, as it stands. */
  String rest() {
    skipSpace();
    String rest = line.substring(at);
    at = line.length();
    return rest;
  }

  /** Whether what is left begins with {@code name:}; if so, that is skipped. */
  boolean skipName(String name) {
    skipSpace();
    boolean named = line.startsWith(name + ":", at);
    at += named ? name.length() + 1 : 0;
    return named;
  }

  /**
   * The next word.
   *
   * @throws InvalidOptionException when it opens a quotation mark that is never closed
   */
  String next() {
    return at < line.length() && line.charAt(at) == QUOTE ? quoted() : bare();
  }

  /** The next word as it stands: to one that is no value, a quotation mark means nothing. */
  String bare() {
    int start = at;
    while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return line.substring(start, at);
  }

  private String quoted() {
    StringBuilder word = new StringBuilder();
    for (at++; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == QUOTE) {
        at++;
        return word.toString();
      }
      boolean escapes = c == ESCAPE && at + 1 < line.length();
      word.append(escapes ? line.charAt(++at) : c);
    }
    throw new InvalidOptionException("a quotation mark is opened and never closed");
  }

  private void skipSpace() {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
  }
}
