package dev.gatehouse.local.schedule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads schedules as a template writes them. */
final class ScheduleExpressions {
  private static final Pattern FORM = Pattern.compile("(rate|cron)\\(([^)]*)\\)");

  private ScheduleExpressions() {}

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
