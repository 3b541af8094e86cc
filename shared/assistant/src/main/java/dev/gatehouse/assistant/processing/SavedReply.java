package dev.gatehouse.assistant.processing;

import java.util.Optional;

/**
 * A reply whose text was decided, saved before it is shown: what a later attempt shows is the same,
 * and in the same place.
 *
 * @param reference what takes up the reply; empty before it is open
 */
record SavedReply(String reference, String text) {
  private static final String MARK = "answer ";

  /** References hold no line break, so the first line is the reference. */
  String encoded() {
    return MARK + reference + "\n" + text;
  }

  static Optional<SavedReply> decode(String progress) {
    int lineEnd = progress.indexOf('\n');
    if (!progress.startsWith(MARK) || lineEnd < 0) {
      return Optional.empty();
    }
    String reference = progress.substring(MARK.length(), lineEnd);
    return Optional.of(new SavedReply(reference, progress.substring(lineEnd + 1)));
  }
}
