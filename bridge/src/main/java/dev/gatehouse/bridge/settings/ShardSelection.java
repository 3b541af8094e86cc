package dev.gatehouse.bridge.settings;

import dev.gatehouse.contracts.Shard;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which shards this process may run (<a
 * href="https://docs.discord.com/developers/events/gateway#sharding">Discord</a>).
 */
public sealed interface ShardSelection {
  /** As many as Discord recommends, all of them. */
  record Auto() implements ShardSelection {}

  /**
   * Some of a fixed number.
   *
   * @param first and {@code last}: both included
   * @param count of shards in all
   */
  record Range(int first, int last, int count) implements ShardSelection {
    public Range {
      if (first > last || last >= count) {
        throw new IllegalArgumentException(
            first + " to " + last + " are not among the shards 0 to " + (count - 1));
      }
    }
  }

  /** The shards themselves. */
  default List<Shard> shards(int recommended) {
    return switch (this) {
      case Auto _ -> range(0, recommended - 1, recommended);
      case Range range -> range(range.first(), range.last(), range.count());
    };
  }

  /** Reads {@code auto}, {@code 4} or {@code 0-3/16}. */
  static ShardSelection parse(String text) {
    if (text.equals("auto")) {
      return new Auto();
    }
    Matcher range = Forms.RANGE.matcher(text);
    if (range.matches()) {
      return new Range(number(range, 1), number(range, 2), number(range, 3));
    }
    if (Forms.COUNT.matcher(text).matches()) {
      int count = Integer.parseInt(text);
      return new Range(0, count - 1, count);
    }
    throw new IllegalArgumentException("was '" + text + "'");
  }

  private static int number(Matcher range, int group) {
    return Integer.parseInt(range.group(group));
  }

  private static List<Shard> range(int first, int last, int count) {
    return IntStream.rangeClosed(first, last).mapToObj(i -> new Shard(i, count)).toList();
  }

  /** How a plan is written. */
  final class Forms {
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})/(\\d{1,5})");

    private Forms() {}
  }
}
