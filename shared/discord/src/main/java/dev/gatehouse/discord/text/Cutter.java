package dev.gatehouse.discord.text;

import dev.gatehouse.contracts.text.CodeFence;
import dev.gatehouse.contracts.text.CodeFences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts one text from front to back. */
final class Cutter {
  private static final int NOWHERE = -1;

  private final String text;
  private final int limit;
  private final CodeFences fences;
  private final CutPoints points;

  Cutter(String text, int limit) {
    this.text = text;
    this.limit = limit;
    this.fences = CodeFences.in(text);
    this.points = new CutPoints(text, fences);
  }

  /**
   * The messages, or the first of them when it takes more.
   *
   * @return at most {@code most + 1} messages; null when some stretch cannot be cut at all
   */
  @Nullable List<String> cut(int most) {
    List<String> messages = new ArrayList<>();
    int from = 0;
    while (from < text.length() && messages.size() <= most) {
      int to = nextCut(from);
      if (to == NOWHERE) {
        return null;
      }
      addUnlessBlank(messages, from, to);
      from = to;
    }
    return messages;
  }

  /** The first message; empty when the text begins with a stretch that cannot be cut. */
  String first() {
    int to = text.isEmpty() ? NOWHERE : nextCut(0);
    return to == NOWHERE ? "" : message(0, to);
  }

  /** Discord refuses a blank message, so blank stretches between messages are left out. */
  private void addUnlessBlank(List<String> messages, int from, int to) {
    String message = message(from, to);
    if (!message.isBlank()) {
      messages.add(message);
    }
  }

  private int nextCut(int from) {
    if (length(from, text.length()) <= limit) {
      return text.length();
    }
    for (Boundary boundary : Boundary.values()) {
      int cut = lastCut(boundary, from);
      if (cut != NOWHERE) {
        return cut;
      }
    }
    return NOWHERE;
  }

  private int lastCut(Boundary boundary, int from) {
    int most = Math.min(text.length() - 1, from + limit);
    int least = from + Math.max(1, boundary.leastFill(limit));
    for (int cut = most; cut >= least; cut--) {
      if (suits(boundary, cut) && points.allows(cut) && length(from, cut) <= limit) {
        return cut;
      }
    }
    return NOWHERE;
  }

  private boolean suits(Boundary boundary, int cut) {
    if (boundary == Boundary.CHARACTER) {
      return true;
    }
    return boundary.at(text, cut)
        && fences
            .dividedAt(cut)
            .map(fence -> boundary != Boundary.PARAGRAPH && !fence.leavesEmptyHalf(cut))
            .orElse(true);
  }

  private int length(int from, int to) {
    return opening(from).length() + to - from + closing(to).length();
  }

  private String message(int from, int to) {
    return opening(from) + text.substring(from, to) + closing(to);
  }

  private String opening(int from) {
    return fences.dividedAt(from).map(fence -> fence.reopening(from)).orElse("");
  }

  private String closing(int to) {
    Optional<CodeFence> fence = to == text.length() ? fences.leftOpen() : fences.dividedAt(to);
    return fence.map(cut -> cut.closing(text.charAt(to - 1))).orElse("");
  }
}
