package dev.gatehouse.conversation.event;

import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatPlatforms;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.EventMessage;
import dev.gatehouse.contracts.GapDetected;
import dev.gatehouse.contracts.GatewayCommand;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.TurnRequested;

/** Hands each message of the events queue to the handler of its kind. */
public final class EventRouter {
  private final ChatPlatforms platforms;
  private final MessageHandler messages;
  private final InteractionHandler interactions;
  private final GapHandler gaps;

  public EventRouter(
      ChatPlatforms platforms,
      MessageHandler messages,
      InteractionHandler interactions,
      GapHandler gaps) {
    this.platforms = platforms;
    this.messages = messages;
    this.interactions = interactions;
    this.gaps = gaps;
  }

  /**
   * Handles one message.
   *
   * @param body as it came from the queue
   * @throws InvalidFieldException when it is malformed, or of a platform that is not served: it
   *     belongs among the dead letters
   * @throws RuntimeException when it must be tried again later
   */
  public void handle(String body) {
    EventMessage message = event(MessageCodec.decode(body));
    ChatPlatform platform = platforms.get(message.platform());
    switch (message) {
      case GatewayEvent event -> handle(event, platform.source());
      case InteractionReceived interaction -> interactions.handle(interaction, platform);
      case GapDetected gap -> gaps.handle(gap, platform.source());
    }
  }

  /** Edits are not answered again, and no other event asks something of us. */
  private void handle(GatewayEvent event, ChatSource chat) {
    if (chat.isMessage(event.name()) && !event.authorIsBot()) {
      messages.handle(event, chat);
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
