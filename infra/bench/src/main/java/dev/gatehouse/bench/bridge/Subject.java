package dev.gatehouse.bench.bridge;

import java.util.List;
import java.util.Map;

/**
 * Something that receives the firehose.
 *
 * @param name as the report shows it
 * @param compression {@code none}, {@code zlib} or {@code zstd}
 * @param work how many events it takes
 * @param reception how it is started and counted
 */
record Subject(String name, String compression, Work work, Reception reception) {
  /**
   * How many events.
   *
   * @param warm before anything is counted, since the JIT's own work would be half of the figure
   * @param counted after that
   * @param step how often the subject says how far it is
   * @param rate events a second; 0 for as many as the subject takes
   */
  record Work(int warm, int counted, int step, int rate) {
    Work(int warm, int counted, int step) {
      this(warm, counted, step, 0);
    }

    /** The same at a rate; the bridge leaves a gateway that is faster than its queue. */
    Work at(int eventsPerSecond) {
      return new Work(warm, counted, step, eventsPerSecond);
    }

    int total() {
      return warm + counted + step;
    }
  }

  /** How a subject is started and asked how many events it has taken. */
  sealed interface Reception {
    /** A process that prints {@code count N} after each step. */
    record Printing(Command command) implements Reception {}

    /**
     * The bridge itself, whose metrics count what the queue acknowledged.
     *
     * @param more settings, such as where it keeps its state
     */
    record Bridge(String sink, Map<String, String> more) implements Reception {}
  }

  /** Makes a command line. */
  interface Command {
    List<String> of(Sender sender, Subject subject);
  }
}
