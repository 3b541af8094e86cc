package dev.gatehouse.local.schedule;

import java.util.BitSet;
import java.util.List;

/** One field of a cron expression: the values at which it fires. */
record CronField(BitSet values) {
  /**
   * Reads numbers, names, {@code *}, {@code ?}, ranges, lists and steps.
   *
   * @param names of the values from {@code least} on, or none
   */
  static CronField parse(String name, String text, int least, int most, List<String> names) {
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      new Part(name, part, least, most, names).addTo(values);
    }
    return new CronField(values);
  }

  boolean holds(int value) {
    return values.get(value);
  }

  private record Part(String field, String text, int least, int most, List<String> names) {
    void addTo(BitSet values) {
      String[] stepped = text.split("/", 2);
      String[] range = stepped[0].split("-", 2);
      boolean all = stepped[0].equals("*") || stepped[0].equals("?");
      int from = all ? least : number(range[0]);
      int to =
          all || (stepped.length == 2 && range.length == 1)
              ? most
              : number(range[range.length - 1]);
      int step = stepped.length == 2 ? Math.max(1, digits(stepped[1])) : 1;
      if (from < least || to > most || from > to) {
        throw wrong();
      }
      for (int value = from; value <= to; value += step) {
        values.set(value);
      }
    }

    private int number(String word) {
      int named = names.indexOf(word.toUpperCase(java.util.Locale.ROOT));
      return named < 0 ? digits(word) : named + least;
    }

    private int digits(String word) {
      try {
        return Integer.parseInt(word);
      } catch (NumberFormatException e) {
        throw wrong();
      }
    }

    private IllegalArgumentException wrong() {
      return new IllegalArgumentException(
          "'" + text + "' is not a " + field + " from " + least + " to " + most);
    }
  }
}
