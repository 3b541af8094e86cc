package dev.gatehouse.llm.search;

/**
 * A part of a document that can be quoted on its own.
 *
 * @param source the document's path, as a reader would look for it
 * @param line where the passage begins, counted from 1
 * @param heading the headings that it stands under, outermost first; empty in source code
 * @param language of a code block; empty for prose
 */
public record Passage(String source, int line, String heading, String language, String text) {
  /** Where it comes from: path and line. */
  public String origin() {
    return source + ":" + line;
  }

  /** Whether it is source code rather than prose. */
  public boolean isCode() {
    return !language.isEmpty();
  }
}
