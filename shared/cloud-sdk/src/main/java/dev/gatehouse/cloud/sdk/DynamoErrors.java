package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.table.TableUnavailableException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Turns the SDK's exceptions into the port's; each message names the table. */
final class DynamoErrors {
  private DynamoErrors() {}

  static <T> T mapped(String table, Supplier<T> call) {
    try {
      return call.get();
    } catch (ResourceNotFoundException e) {
      throw new TableUnavailableException("table " + table + ": does not exist", e);
    } catch (SdkException e) {
      String name = "table " + table + ": ";
      throw new TableUnavailableException(name + e.getMessage(), name + SdkSummary.of(e), e);
    }
  }
}
