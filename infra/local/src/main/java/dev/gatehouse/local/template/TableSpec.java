package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A table that the template asks for.
 *
 * @param definition the input of DynamoDB's CreateTable
 * @param ttlAttribute the attribute that holds a row's end, in seconds since 1970
 */
public record TableSpec(
    String id, String name, String arn, JsonNode definition, Optional<String> ttlAttribute) {
  /** What {@code !GetAtt Table.StreamArn} resolves to before the stream exists. */
  public String streamArn() {
    return arn + "/stream/local";
  }
}
