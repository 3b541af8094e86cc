package dev.gatehouse.cloud.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.SqsException;

final class SdkSummaryTest {
  @Test
  void quotesNothingOfWhatAServiceSays() {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode("InvalidParameterValue").errorMessage("secret").build();

    assertThat(
            SdkSummary.of(
                SqsException.builder().message("secret").awsErrorDetails(details).build()))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void tellsTheStatusWhereThereIsNoCode() {
    assertThat(SdkSummary.of(SqsException.builder().message("secret").statusCode(502).build()))
        .isEqualTo("HTTP 502");
  }

  @Test
  void tellsTheKindOfWhatKeptTheServiceFromAnswering() {
    IllegalStateException cause = new IllegalStateException("secret");

    assertThat(SdkSummary.of(SdkClientException.create("secret", cause)))
        .isEqualTo("SdkClientException by IllegalStateException");
    assertThat(SdkSummary.of(SdkClientException.create("secret"))).isEqualTo("SdkClientException");
  }
}
