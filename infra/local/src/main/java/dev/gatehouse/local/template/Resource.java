package dev.gatehouse.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One resource as written.
 *
 * @param id its logical id in the template
 * @param type for instance {@code AWS::SQS::Queue}
 * @param properties unresolved, in the long form of the intrinsic functions
 */
public record Resource(String id, String type, JsonNode properties) {
  boolean is(String wanted) {
    return type.equals(wanted);
  }
}
