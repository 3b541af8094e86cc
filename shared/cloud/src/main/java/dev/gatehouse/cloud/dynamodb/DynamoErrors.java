package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.aws.ServiceError;

/**
 * What DynamoDB's errors mean for the call.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error
 *     handling with DynamoDB</a>
 */
final class DynamoErrors {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private DynamoErrors() {}

  static Outcome outcome(ServiceError error) {
    return switch (error.code()) {
      case "ConditionalCheckFailedException" -> new Outcome.ConditionFailed();
      case "ResourceNotFoundException" ->
          new Outcome.Failed(Trouble.REFUSED, "does not exist", null);
      default -> new Outcome.Failed(trouble(error), error.toString(), error.code(), null);
    };
  }

  private static Trouble trouble(ServiceError error) {
    if (error.status() == TOO_MANY_REQUESTS || isThrottling(error.code())) {
      return Trouble.THROTTLED;
    }
    return error.status() >= SERVER_ERROR ? Trouble.UNANSWERED : Trouble.REFUSED;
  }

  private static boolean isThrottling(String code) {
    return switch (code) {
      case "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "TooManyRequestsException",
          "SlowDown" ->
          true;
      default -> false;
    };
  }
}
