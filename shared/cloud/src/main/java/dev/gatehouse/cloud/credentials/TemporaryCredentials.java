package dev.gatehouse.cloud.credentials;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.contracts.Secret;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Credentials that end.
 *
 * @param expires when, in seconds of the epoch
 */
record TemporaryCredentials(AwsCredentials credentials, long expires) {
  private static final JsonFactory JSON = new JsonFactory();
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
    try (JsonParser json = JSON.createParser(body)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        switch (name) {
          case "AccessKeyId" -> id = json.getValueAsString("");
          case "SecretAccessKey" -> key = json.getValueAsString("");
          case "Token" -> token = json.getValueAsString("");
          case "Expiration" -> expiration = json.getValueAsString("");
          default -> json.skipChildren();
        }
      }
      require(json.currentToken() == JsonToken.END_OBJECT);
    } catch (IOException e) {
      // Without the parser's words, which may quote a key.
      throw new IllegalArgumentException("the answer is no JSON");
    }
    return new TemporaryCredentials(
        new AwsCredentials(
            required("AccessKeyId", id),
            Secret.of(required("SecretAccessKey", key)),
            Secret.of(required("Token", token))),
        epochSecond(required("Expiration", expiration)));
  }

  private static void require(boolean isObject) {
    if (!isObject) {
      throw new IllegalArgumentException("the answer is no JSON object");
    }
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
