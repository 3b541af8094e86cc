package dev.gatehouse.cloud.sqs;

import java.time.LocalDate;

/**
 * A moment in the two forms of a signature. Put together by hand: a formatter's first use is too
 * slow for a cold start.
 *
 * @param stamp such as {@code 20150830T123600Z}
 * @param day such as {@code 20150830}
 */
record AmzDate(String stamp, String day) {
  private static final int SECONDS_PER_DAY = 86_400;

  static AmzDate of(long epochSecond) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(epochSecond, SECONDS_PER_DAY));
    int second = Math.floorMod(epochSecond, SECONDS_PER_DAY);
    StringBuilder text = new StringBuilder(16);
    twoDigits(text, date.getYear() / 100);
    twoDigits(text, date.getYear() % 100);
    twoDigits(text, date.getMonthValue());
    twoDigits(text, date.getDayOfMonth());
    String day = text.toString();
    text.append('T');
    twoDigits(text, second / 3600);
    twoDigits(text, second / 60 % 60);
    twoDigits(text, second % 60);
    return new AmzDate(text.append('Z').toString(), day);
  }

  private static void twoDigits(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
