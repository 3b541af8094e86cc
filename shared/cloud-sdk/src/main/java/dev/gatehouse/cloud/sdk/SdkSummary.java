package dev.gatehouse.cloud.sdk;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sums an exception of the SDK up: the service's code, or the kind of what kept it from answering.
 */
final class SdkSummary {
  private SdkSummary() {}

  static String of(SdkException failure) {
    return failure instanceof AwsServiceException service ? code(service) : kind(failure);
  }

  static String code(AwsServiceException failure) {
    AwsErrorDetails details = failure.awsErrorDetails();
    return details == null || details.errorCode() == null
        ? "HTTP " + failure.statusCode()
        : details.errorCode();
  }

  private static String kind(SdkException failure) {
    String kind = failure.getClass().getSimpleName();
    @Nullable Throwable cause = failure.getCause();
    return cause == null ? kind : kind + " by " + cause.getClass().getSimpleName();
  }
}
