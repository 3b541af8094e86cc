package dev.gatehouse.cloud.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.SqsException;

final class SdkSummaryTest {
  @Test
  void quotesNothingOfWhatAServiceSays() {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode("InvalidParameterValue").errorMessage("secret").build();

    assertEquals(
        "InvalidParameterValue",
        SdkSummary.of(SqsException.builder().message("secret").awsErrorDetails(details).build()));
  }

  @Test
  void tellsTheStatusWhereThereIsNoCode() {
    assertEquals(
        "HTTP 502",
        SdkSummary.of(SqsException.builder().message("secret").statusCode(502).build()));
  }

  @Test
  void tellsTheKindOfWhatKeptTheServiceFromAnswering() {
    IllegalStateException cause = new IllegalStateException("secret");

    assertEquals(
        "SdkClientException by IllegalStateException",
        SdkSummary.of(SdkClientException.create("secret", cause)));
    assertEquals("SdkClientException", SdkSummary.of(SdkClientException.create("secret")));
  }
}
