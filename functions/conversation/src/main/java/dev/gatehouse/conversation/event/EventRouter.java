package dev.gatehouse.conversation.event;

import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.EventMessage;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each message of the events queue to the handler of its kind. */
public final class EventRouter {
  private static final Logger LOG = LoggerFactory.getLogger(EventRouter.class);

  private final MessageHandler messages;
  private final InteractionHandler interactions;
  private final GapHandler gaps;

  public EventRouter(MessageHandler messages, InteractionHandler interactions, GapHandler gaps) {
    this.messages = messages;
    this.interactions = interactions;
    this.gaps = gaps;
  }

  /**
   * Handles one message.
   *
   * @param body as it came from the queue
   * @throws InvalidFieldException when it is malformed: it belongs among the dead letters
   * @throws RuntimeException when it must be tried again later
   */
  public void handle(String body) {
    switch (event(MessageCodec.decode(body))) {
      case GatewayEvent event -> handle(event);
      case InteractionReceived interaction -> interactions.handle(interaction);
      case GapDetected gap -> gaps.handle(gap);
    }
  }

  /** Edits are not answered again, and no other event asks something of us. */
  private void handle(GatewayEvent event) {
    if (!event.platform().name().equals("discord")) {
      LOG.warn("{} of {} is not handled by this release", event.name(), event.platform());
    } else if (event.name().equals("MESSAGE_CREATE") && !event.authorIsBot()) {
      messages.handle(event);
    }
  }

  private static EventMessage event(QueueMessage message) {
    return switch (message) {
      case EventMessage event -> event;
      case TurnRequested _ -> throw misplaced("turn_requested");
      case GatewayCommand _ -> throw misplaced("a gateway command");
    };
  }

  private static InvalidFieldException misplaced(String kind) {
    return new InvalidFieldException(
        "kind", "must be an event, was " + kind + ", which belongs on another queue");
  }
}
