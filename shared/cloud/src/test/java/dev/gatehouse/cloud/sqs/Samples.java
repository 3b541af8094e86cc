package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.credentials.AwsCredentials;
import dev.gatehouse.contracts.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Keys of nobody, a moment, and answers in HTTP. */
public final class Samples {
  public static final AwsCredentials CREDENTIALS =
      new AwsCredentials(
          "AKIDEXAMPLE", Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), null);
  public static final AwsCredentials TEMPORARY =
      new AwsCredentials(
          CREDENTIALS.accessKeyId(), CREDENTIALS.secretAccessKey(), Secret.of("token/+=="));
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);

  private Samples() {}

  /** An answer with that body. */
  public static String ok(String body) {
    return answer("200 OK", body);
  }

  /** An answer with that status, such as {@code 400 Bad Request}, and body. */
  public static String answer(String status, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\n\r\n" + body;
  }
}
