package dev.gatehouse.simulator.control;

/** Whole numbers in a query. */
final class QueryNumber {
  private QueryNumber() {}

  static int of(ControlCall call, String name, int fallback, int least, int most) {
    String text = call.request().query().first(name).orElse("");
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw outOfBounds(name, least, most);
    }
    throw outOfBounds(name, least, most);
  }

  private static ControlError outOfBounds(String name, int least, int most) {
    return ControlError.invalid(name, "Must be a whole number from " + least + " to " + most + ".");
  }
}
