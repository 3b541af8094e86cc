package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.table.TableRejectedException;
import dev.gatehouse.cloud.table.TableUnavailableException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Turns the SDK's exceptions into the port's; each message names the table. */
final class DynamoErrors {
  private DynamoErrors() {}

  static <T> T mapped(String table, Supplier<T> call) {
    try {
      return call.get();
    } catch (ResourceNotFoundException e) {
      throw new TableRejectedException("table " + table + ": does not exist", e);
    } catch (SdkException e) {
      String name = "table " + table + ": ";
      String text = name + e.getMessage();
      String summary = name + SdkSummary.of(e);
      throw isRejection(e)
          ? new TableRejectedException(text, summary, e)
          : new TableUnavailableException(text, summary, e);
    }
  }

  /**
   * Whether the same call would be refused again, by what DynamoDB <a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">says
   * of its errors</a>.
   */
  private static boolean isRejection(SdkException failure) {
    return failure instanceof AwsServiceException service
        && switch (SdkSummary.code(service)) {
          case "ValidationException", "AccessDeniedException" -> true;
          default -> false;
        };
  }
}
