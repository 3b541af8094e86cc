package dev.gatehouse.cloud.sqs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.cloud.queue.SendOutcome;
import java.io.IOException;
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
  private final SendOutcome[] outcomes;

  private BatchAnswer(int entries) {
    outcomes = new SendOutcome[entries];
    Arrays.fill(outcomes, SendOutcome.Refused.UNANSWERED);
  }

  /**
   * Reads the body of a successful answer.
   *
   * @throws IllegalArgumentException when it is not understood
   */
  static List<SendOutcome> read(SqsResponse response, int entries) {
    BatchAnswer answer = new BatchAnswer(entries);
    try (JsonParser json = response.json()) {
      require(json.nextToken() == JsonToken.START_OBJECT, "it is no object");
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (name.equals("Successful") || name.equals("Failed")) {
          answer.readResults(json);
        } else {
          json.skipChildren();
        }
      }
      require(json.currentToken() == JsonToken.END_OBJECT, "it ends too early");
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return List.of(answer.outcomes);
  }

  private void readResults(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, "results are no array");
    while (json.nextToken() == JsonToken.START_OBJECT) {
      readResult(json);
    }
    require(json.currentToken() == JsonToken.END_ARRAY, "a result is no object");
  }

  /** One entry's result: with a message id when it is durable, else with a code. */
  private void readResult(JsonParser json) throws IOException {
    int entry = -1;
    String messageId = "";
    String code = "";
    String reason = "no reason was given";
    boolean senderFault = false;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "Id" -> entry = Integer.parseInt(json.getText());
        case "MessageId" -> messageId = json.getText();
        case "Code" -> code = json.getText();
        case "Message" -> reason = json.getValueAsString(reason);
        case "SenderFault" -> senderFault = json.currentToken() == JsonToken.VALUE_TRUE;
        default -> json.skipChildren();
      }
    }
    require(entry >= 0 && entry < outcomes.length, "it has an entry that was not sent");
    outcomes[entry] =
        messageId.isEmpty()
            ? new SendOutcome.Refused(code, reason, senderFault)
            : new SendOutcome.Sent(messageId);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
