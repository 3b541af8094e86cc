package dev.gatehouse.contracts;

/**
 * Everything that crosses a queue. The group keeps order per conversation; the deduplication id
 * makes sending again harmless within SQS's five minutes (<a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html">SQS</a>).
 */
public sealed interface QueueMessage permits EventMessage, TurnRequested, GatewayCommand {
  /** The version of the wire format that this release writes and reads. */
  int VERSION = 1;

  /** The version that the message was written with. */
  int version();

  /** Whose message it is: what is done about it is found by this. */
  Platform platform();

  /** The FIFO message group: at most 128 characters. */
  String groupId();

  /** The FIFO deduplication id: at most 128 characters. */
  String deduplicationId();
}
