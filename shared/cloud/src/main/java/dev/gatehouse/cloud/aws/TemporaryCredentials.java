package dev.gatehouse.cloud.aws;

import dev.gatehouse.contracts.Secret;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Credentials that end.
 *
 * @param expires when, in seconds of the epoch
 */
record TemporaryCredentials(AwsCredentials credentials, long expires) {
  private static final int SECONDS_PER_DAY = 86_400;

  /**
   * Reads an endpoint's answer: {@code AccessKeyId}, {@code SecretAccessKey}, {@code Token} and
   * {@code Expiration}, all needed.
   *
   * @throws IllegalArgumentException naming the field that is missing or wrong
   */
  static TemporaryCredentials read(byte[] body) {
    String id = "";
    String key = "";
    String token = "";
    String expiration = "";
    JsonReader json = new JsonReader(body, 0, body.length);
    json.enter('{');
    while (json.hasMore('}')) {
      switch (json.name()) {
        case "AccessKeyId" -> id = json.string();
        case "SecretAccessKey" -> key = json.string();
        case "Token" -> token = json.string();
        case "Expiration" -> expiration = json.string();
        default -> json.skip();
      }
    }
    return new TemporaryCredentials(
        new AwsCredentials(
            required("AccessKeyId", id),
            Secret.of(required("SecretAccessKey", key)),
            Secret.of(required("Token", token))),
        epochSecond(required("Expiration", expiration)));
  }

  private static String required(String field, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(field + ": is missing in the answer");
    }
    return value;
  }

  /** Of {@code 2026-01-31T12:00:00Z}; read by hand, since a formatter's first use is slow. */
  private static long epochSecond(String text) {
    try {
      if (text.length() < 20 || text.charAt(10) != 'T' || !text.endsWith("Z")) {
        throw new NumberFormatException();
      }
      LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      int second = 3600 * number(text, 11, 13) + 60 * number(text, 14, 16) + number(text, 17, 19);
      return day.toEpochDay() * SECONDS_PER_DAY + second;
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "Expiration: must be a time such as 2026-01-31T12:00:00Z, was '" + text + "'", e);
    }
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }
}
