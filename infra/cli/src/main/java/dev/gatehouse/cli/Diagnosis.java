package dev.gatehouse.cli;

import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;
import java.util.List;

/**
 * What a dead letter is, and why it is one.
 *
 * @param kind the message's kind, without its content
 * @param reason what is wrong with it, or where its failure was logged
 */
record Diagnosis(String kind, String reason) {
  private static final int LONGEST = 200;

  static Diagnosis of(SourceQueue queue, DeadLetter letter) {
    try {
      QueueMessage message = MessageCodec.decode(letter.body());
      return new Diagnosis(kind(message), reason(queue, letter, message));
    } catch (InvalidFieldException e) {
      return new Diagnosis("malformed", printable(String.valueOf(e.getMessage())));
    }
  }

  private static String reason(SourceQueue queue, DeadLetter letter, QueueMessage message) {
    if (!queue.takes(message)) {
      return "kind: '%s' takes no such message".formatted(queue.consumer());
    }
    List<Platform> known = ChatPlatforms.known();
    if (!known.contains(message.platform())) {
      return "platform: this release does not serve %s; it serves %s"
          .formatted(message.platform(), known);
    }
    if (letter.reason().isPresent()) {
      return printable(letter.reason().get());
    }
    return ("it is well-formed: its handling failed, or it waited behind one of its group that did;"
            + " search the log of '%s' for %s")
        .formatted(queue.consumer(), letter.messageId());
  }

  private static String kind(QueueMessage message) {
    return switch (message) {
      case GatewayEvent _ -> "gateway event";
      case InteractionReceived _ -> "interaction";
      case GapDetected _ -> "gap";
      case TurnRequested _ -> "turn";
      case GatewayCommand _ -> "gateway command";
    };
  }

  /** A reason may quote the message: a terminal must not obey it, nor a line overflow with it. */
  private static String printable(String text) {
    String visible = text.replaceAll("\\p{Cntrl}", " ");
    return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + " ...";
  }
}
