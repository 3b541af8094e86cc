package dev.gatehouse.conversation.event;

import dev.gatehouse.contracts.GapDetected;
import java.util.List;

/** After a gap, some conversations could not be read; the gap is to be delivered again. */
public final class CatchUpIncompleteException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 10;

  CatchUpIncompleteException(GapDetected gap, List<String> behind) {
    super(
        "after the gap of session %s, %d conversations are not caught up: %s"
            .formatted(gap.session(), behind.size(), behind.stream().limit(MOST_NAMED).toList()));
  }
}
