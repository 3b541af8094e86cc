package dev.gatehouse.interactions;

/** One line to the function's log; a logging library would cost more than the whole function. */
@FunctionalInterface
interface Log {
  void line(String level, String message);

  default void info(String message) {
    line("INFO", message);
  }

  default void warn(String message) {
    line("WARN", message);
  }

  default void error(String message) {
    line("ERROR", message);
  }
}
