package dev.gatehouse.cloud.sdk;

import dev.gatehouse.cloud.queue.SendOutcome;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Puts the outcomes of a batch, which come in any order, into the order of its entries. */
final class BatchOutcomes {
  private static final SendOutcome UNANSWERED =
      new SendOutcome.Refused("MissingResult", "the answer does not mention this entry", false);

  private BatchOutcomes() {}

  static List<SendOutcome> inOrder(int size, SendMessageBatchResponse response) {
    SendOutcome[] outcomes = new SendOutcome[size];
    Arrays.fill(outcomes, UNANSWERED);
    response
        .successful()
        .forEach(sent -> outcomes[index(sent.id())] = new SendOutcome.Sent(sent.messageId()));
    response.failed().forEach(failed -> outcomes[index(failed.id())] = refused(failed));
    return List.of(outcomes);
  }

  private static SendOutcome refused(BatchResultErrorEntry failed) {
    String reason = failed.message() == null ? "no reason was given" : failed.message();
    return new SendOutcome.Refused(failed.code(), reason, failed.senderFault());
  }

  private static int index(String id) {
    return Integer.parseInt(id);
  }
}
