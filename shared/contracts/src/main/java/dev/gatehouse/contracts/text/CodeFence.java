package dev.gatehouse.contracts.text;

/**
 * A fenced block of code within a text, by character positions.
 *
 * @param mark the back-tick or tilde that it is made of
 * @param length how many of them open it
 * @param language the first word after the opening marks, or empty
 * @param openStart the first opening mark
 * @param openEnd behind the last opening mark
 * @param bodyStart behind the line of the opening marks
 * @param closeStart the first closing mark; the end of the text when it is never closed
 * @param closeEnd behind the last closing mark
 * @see <a href="https://spec.commonmark.org/0.31.2/#fenced-code-blocks">CommonMark, fenced code
 *     blocks</a>
 */
public record CodeFence(
    char mark,
    int length,
    String language,
    int openStart,
    int openEnd,
    int bodyStart,
    int closeStart,
    int closeEnd) {

  /** Whether a cut here divides the block, so that both halves need marks of their own. */
  public boolean divides(int cut) {
    return cut > openStart && cut < closeEnd;
  }

  /** Whether it has an end of its own, before the end of the text. */
  public boolean closed() {
    return closeEnd > closeStart;
  }

  /** Whether a cut here would leave the first half or the second half without any code. */
  public boolean leavesEmptyHalf(int cut) {
    return cut <= bodyStart || cut >= closeStart;
  }

  /** What ends the first half of the block when it is cut behind {@code last}. */
  public String closing(char last) {
    return last == '\n' ? marks() : "\n" + marks();
  }

  /** What begins the second half of the block when it is cut here. */
  public String reopening(int cut) {
    return marks() + (cut < bodyStart ? "" : language) + "\n";
  }

  private String marks() {
    return String.valueOf(mark).repeat(length);
  }
}
