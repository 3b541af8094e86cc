package dev.gatehouse.local.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule fires, in UTC.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Expressions</a>
 */
sealed interface ScheduleExpression permits Rate, Cron {
  Pattern FORM = Pattern.compile("(rate|cron)\\(([^)]*)\\)");

  /** The first instant after the given one; empty when there is none. */
  Optional<Instant> next(Instant after);

  /**
   * Reads {@code rate(5 minutes)} or {@code cron(0 8 ? * MON-FRI *)}.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static ScheduleExpression parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is neither rate(...) nor cron(...)");
    }
    return form.group(1).equals("rate") ? Rate.parse(form.group(2)) : Cron.parse(form.group(2));
  }
}
