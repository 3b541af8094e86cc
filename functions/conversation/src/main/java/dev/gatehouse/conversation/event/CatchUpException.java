package dev.gatehouse.conversation.event;

import dev.gatehouse.contracts.GapDetected;
import java.util.List;

/** After a gap, some conversations could not be read; the gap is to be delivered again. */
public final class CatchUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CatchUpException(GapDetected gap, List<String> behind) {
    super("after the gap of session " + gap.session() + ", not caught up: " + behind);
  }
}
