package dev.gatehouse.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A steady rate, counted from when the schedule was made. */
record Rate(Duration every) implements ScheduleExpression {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]*) (minute|hour|day)s?");

  static Rate parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "rate(" + text + ") must be a whole number and minutes, hours or days");
    }
    long number = Long.parseLong(form.group(1));
    return new Rate(
        switch (form.group(2)) {
          case "minute" -> Duration.ofMinutes(number);
          case "hour" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }

  @Override
  public Optional<Instant> next(Instant after) {
    return Optional.of(after.plus(every));
  }
}
