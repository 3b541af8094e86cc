package dev.gatehouse.local.template;

import java.util.Map;
import java.util.Optional;

/**
 * A queue that the template asks for.
 *
 * @param attributes what SQS's CreateQueue takes, redrive policy left out
 */
public record QueueSpec(
    String id,
    String name,
    String arn,
    String url,
    Map<String, String> attributes,
    Optional<Redrive> redrive) {
  /** Where a message goes that was received too often. */
  public record Redrive(String deadLetterArn, int maxReceiveCount) {}
}
