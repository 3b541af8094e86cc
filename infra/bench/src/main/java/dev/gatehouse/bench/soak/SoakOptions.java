package dev.gatehouse.bench.soak;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a soak is asked to do.
 *
 * @param length how long the load lasts
 * @param rate events a second
 * @param seed what the times and kinds of the faults are drawn from
 */
public record SoakOptions(Duration length, int rate, long seed) {
  /** The options and what they take. */
  public static final String USAGE = "--minutes N or --seconds N, --rate N, --seed N";

  private static final String MINUTES = "--minutes";
  private static final String SECONDS = "--seconds";
  private static final String RATE = "--rate";
  private static final String SEED = "--seed";
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Duration USUAL = Duration.ofMinutes(10);
  private static final int USUAL_RATE = 300;
  private static final int LEAST_RATE = 10;
  private static final int MOST_RATE = 1_000;

  /** The simulator's ledger remembers 500,000 events, a few of which are no messages. */
  private static final long MOST_EVENTS = 450_000;

  public SoakOptions {
    within("the length in seconds", length.toSeconds(), SHORTEST.toSeconds(), LONGEST.toSeconds());
    within(RATE, rate, LEAST_RATE, MOST_RATE);
    within("length times rate, the events,", length.toSeconds() * rate, 1, MOST_EVENTS);
  }

  /**
   * Reads the words after {@code bench soak}.
   *
   * @param fresh makes a seed where none is given
   * @throws IllegalArgumentException with what is wrong, in one line
   */
  public static SoakOptions parse(List<String> words, LongSupplier fresh) {
    Map<String, Long> given = numbers(words);
    if (given.containsKey(MINUTES) && given.containsKey(SECONDS)) {
      throw new IllegalArgumentException(MINUTES + " and " + SECONDS + ": give one of them");
    }
    long seconds =
        given.containsKey(MINUTES)
            ? given.get(MINUTES) * 60
            : given.getOrDefault(SECONDS, USUAL.toSeconds());
    int rate = Math.toIntExact(given.getOrDefault(RATE, (long) USUAL_RATE));
    return new SoakOptions(
        Duration.ofSeconds(seconds),
        rate,
        given.containsKey(SEED) ? given.get(SEED) : fresh.getAsLong());
  }

  /** The events that the load sends in all. */
  int events() {
    return Math.toIntExact(length.toSeconds() * rate);
  }

  /** What makes the same soak again. */
  String again() {
    return "./gatehouse bench soak --seconds %d --rate %d --seed %d"
        .formatted(length.toSeconds(), rate, seed);
  }

  private static Map<String, Long> numbers(List<String> words) {
    Map<String, Long> numbers = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      String option = words.get(i);
      if (!List.of(MINUTES, SECONDS, RATE, SEED).contains(option)) {
        throw new IllegalArgumentException("'" + option + "' is no option; there are: " + USAGE);
      }
      numbers.put(option, number(option, i + 1 < words.size() ? words.get(i + 1) : ""));
    }
    return numbers;
  }

  private static long number(String option, String text) {
    String digits = option.equals(SEED) ? "-?\\d{1,18}" : "\\d{1,7}";
    if (!text.matches(digits)) {
      throw new IllegalArgumentException(option + " needs a whole number, not '" + text + "'");
    }
    return Long.parseLong(text);
  }

  private static void within(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be from " + least + " to " + most + ", not " + value);
    }
  }
}
