package dev.gatehouse.local.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A cron expression of six fields: minutes, hours, day of month, month, day of week, year. */
record Cron(
    CronField minute,
    CronField hour,
    CronField dayOfMonth,
    CronField month,
    CronField dayOfWeek,
    CronField year)
    implements ScheduleExpression {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int LAST_YEAR = 2199;

  static Cron parse(String text) {
    String[] fields = text.strip().split("\\s+");
    if (fields.length != 6) {
      throw new IllegalArgumentException("cron(" + text + ") must have six fields");
    }
    if (!fields[2].equals("?") && !fields[4].equals("?")) {
      throw new IllegalArgumentException(
          "cron(" + text + ") must have ? as its day of month or its day of week");
    }
    return new Cron(
        CronField.parse("minute", fields[0], 0, 59, List.of()),
        CronField.parse("hour", fields[1], 0, 23, List.of()),
        CronField.parse("day of month", fields[2], 1, 31, List.of()),
        CronField.parse("month", fields[3], 1, 12, MONTHS),
        CronField.parse("day of week", fields[4], 1, 7, DAYS),
        CronField.parse("year", fields[5], 1970, LAST_YEAR, List.of()));
  }

  @Override
  public Optional<Instant> next(Instant after) {
    ZonedDateTime time =
        after.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    while (time.getYear() <= LAST_YEAR) {
      ZonedDateTime candidate = advance(time);
      if (candidate.equals(time)) {
        return Optional.of(time.toInstant());
      }
      time = candidate;
    }
    return Optional.empty();
  }

  /** The same time when it fits, else the start of the next unit that may. */
  private ZonedDateTime advance(ZonedDateTime time) {
    if (!year.holds(time.getYear())) {
      return time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1).plusYears(1);
    }
    if (!month.holds(time.getMonthValue())) {
      return time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
    }
    if (!dayOfMonth.holds(time.getDayOfMonth()) || !dayOfWeek.holds(dayOfWeekNumber(time))) {
      return time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
    }
    if (!hour.holds(time.getHour())) {
      return time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return minute.holds(time.getMinute()) ? time : time.plusMinutes(1);
  }

  /** Sunday is 1. */
  private static int dayOfWeekNumber(ZonedDateTime time) {
    return time.getDayOfWeek().getValue() % 7 + 1;
  }
}
