package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.aws.HttpResponse;
import dev.gatehouse.cloud.aws.JsonReader;
import dev.gatehouse.cloud.queue.SendOutcome;
import java.util.Arrays;
import java.util.List;

/**
 * The outcomes of a batch in the order of its entries; the answer may list them in any order.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html#API_SendMessageBatch_ResponseSyntax">SendMessageBatch,
 *     response</a>
 */
final class BatchAnswer {
  private static final SendOutcome UNANSWERED =
      new SendOutcome.Refused("MissingResult", "the answer does not mention this entry", false);

  private final SendOutcome[] outcomes;

  private BatchAnswer(int entries) {
    outcomes = new SendOutcome[entries];
    Arrays.fill(outcomes, UNANSWERED);
  }

  /** Reads the body of a successful answer. */
  static List<SendOutcome> read(HttpResponse response, int entries) {
    BatchAnswer answer = new BatchAnswer(entries);
    JsonReader json = response.json();
    json.enter('{');
    while (json.hasMore('}')) {
      answer.readMember(json);
    }
    return List.of(answer.outcomes);
  }

  private void readMember(JsonReader json) {
    switch (json.name()) {
      case "Successful", "Failed" -> readResults(json);
      default -> json.skip();
    }
  }

  private void readResults(JsonReader json) {
    json.enter('[');
    while (json.hasMore(']')) {
      readResult(json);
    }
  }

  private void readResult(JsonReader json) {
    EntryResult result = EntryResult.read(json);
    int entry = result.entry();
    if (entry < 0 || entry >= outcomes.length) {
      throw new IllegalArgumentException("an entry that was not sent: " + entry);
    }
    outcomes[entry] = result.outcome();
  }
}
