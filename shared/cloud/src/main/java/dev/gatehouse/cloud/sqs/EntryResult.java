package dev.gatehouse.cloud.sqs;

import dev.gatehouse.cloud.aws.JsonReader;
import dev.gatehouse.cloud.queue.SendOutcome;

/** One entry of a batch's answer: with a message id when it is durable, else with a code. */
final class EntryResult {
  private int entry = -1;
  private String messageId = "";
  private String code = "";
  private String reason = "no reason was given";
  private boolean senderFault;

  private EntryResult() {}

  static EntryResult read(JsonReader json) {
    EntryResult result = new EntryResult();
    json.enter('{');
    while (json.hasMore('}')) {
      result.readMember(json);
    }
    return result;
  }

  int entry() {
    return entry;
  }

  SendOutcome outcome() {
    return messageId.isEmpty()
        ? new SendOutcome.Refused(code, reason, senderFault)
        : new SendOutcome.Sent(messageId);
  }

  private void readMember(JsonReader json) {
    switch (json.name()) {
      case "Id" -> entry = Integer.parseInt(json.string());
      case "MessageId" -> messageId = json.string();
      case "Code" -> code = json.string();
      case "Message" -> reason = json.isString() ? json.string() : skipped(json);
      case "SenderFault" -> senderFault = json.isTrue();
      default -> json.skip();
    }
  }

  private String skipped(JsonReader json) {
    json.skip();
    return reason;
  }
}
