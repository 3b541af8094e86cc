package dev.gatehouse.llm.turn;

/** What a reply shows while its answer is not yet whole. */
final class Progress {
  private Progress() {}

  /**
   * The text so far; before the first word why it takes so long.
   *
   * @param late whether a sign of life is due though no word has come
   * @return empty when there is nothing to show yet
   */
  static String text(Manuscript.Look look, boolean late) {
    if (!look.text().isBlank()) {
      return look.text();
    }
    if (look.waitingBecause().isPresent()) {
      return "*The model's provider is not answering right now; asking again…*";
    }
    return late ? "*Thinking…*" : "";
  }
}
