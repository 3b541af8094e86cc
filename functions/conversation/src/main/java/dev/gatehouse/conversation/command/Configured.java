package dev.gatehouse.conversation.command;

import java.util.List;

/**
 * What the settings say, for {@code status}.
 *
 * @param degraded what works less well than it could, and what would mend it
 * @param historyDays how long an entry is remembered
 */
public record Configured(Model model, List<String> degraded, int historyDays) {
  public Configured {
    degraded = List.copyOf(degraded);
  }

  /**
   * Who answers.
   *
   * @param standIn whether it is no language model
   */
  public record Model(String description, boolean standIn) {}
}
