package dev.gatehouse.bench.soak;

import java.util.BitSet;
import java.util.List;

/**
 * What was dispatched, set against what was received.
 *
 * @param dispatched messages that Discord gave to a session
 * @param received messages that came, each counted once
 * @param lost that should have come and did not
 * @param withheld that Discord took back with their session, as a gap has said
 * @param twice that came again
 * @param disordered that came after a later one of their channel
 * @param strange that came though nobody dispatched them
 * @param unannounced sessions that were followed by another without a gap that says so
 */
record Verdict(
    long dispatched,
    long received,
    long lost,
    long withheld,
    long twice,
    long disordered,
    long strange,
    List<String> unannounced) {

  static Verdict of(Sequences dispatched, Received received) {
    long lost = 0;
    long withheld = 0;
    for (String session : dispatched.sessions()) {
      BitSet missing = dispatched.missing(session, received.events());
      long safe = received.gaps().getOrDefault(session, Long.MAX_VALUE);
      long owed = missing.stream().filter(sequence -> sequence <= safe).count();
      lost += owed;
      withheld += missing.cardinality() - owed;
    }
    return new Verdict(
        dispatched.count(),
        received.events().count(),
        lost,
        withheld,
        received.twice(),
        received.disordered(),
        received.events().missing(dispatched),
        unannounced(dispatched.sessions(), received));
  }

  /**
   * Whether all that is owed has come, so that waiting any longer changes nothing for the better.
   */
  boolean isComplete() {
    return lost == 0 && unannounced.isEmpty();
  }

  /** Whether the promises were kept. */
  boolean holds() {
    return isComplete() && twice == 0 && disordered == 0 && strange == 0;
  }

  private static List<String> unannounced(List<String> sessions, Received received) {
    return sessions.stream()
        .limit(Math.max(0, sessions.size() - 1))
        .filter(session -> !received.gaps().containsKey(session))
        .toList();
  }
}
