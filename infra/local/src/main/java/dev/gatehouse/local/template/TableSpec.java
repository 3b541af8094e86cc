package dev.gatehouse.local.template;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * A table that the template asks for.
 *
 * @param ttlAttribute the attribute that holds a row's end, in seconds since 1970
 */
public record TableSpec(
    String id,
    String name,
    String arn,
    CreateTableRequest definition,
    Optional<String> ttlAttribute) {
  /** What {@code !GetAtt Table.StreamArn} resolves to before the stream exists. */
  public String streamArn() {
    return arn + "/stream/local";
  }
}
