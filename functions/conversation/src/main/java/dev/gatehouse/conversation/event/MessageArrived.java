package dev.gatehouse.conversation.event;

import dev.gatehouse.chat.message.Addressing;
import dev.gatehouse.chat.message.AddressingRule;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import dev.gatehouse.conversation.answer.Desk;
import dev.gatehouse.conversation.answer.Outcome;
import dev.gatehouse.conversation.answer.Request;
import dev.gatehouse.conversation.answer.Visit;
import dev.gatehouse.conversation.command.Assistant;
import dev.gatehouse.conversation.place.Place;
import dev.gatehouse.conversation.port.ChatSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message was written: is it for us, and what does it want? */
public final class MessageArrived {
  private static final Logger LOG = LoggerFactory.getLogger(MessageArrived.class);

  private final ChatSource chat;
  private final Payloads payloads;
  private final AddressingRule rule;
  private final Presence presence;
  private final Desk desk;
  private final Assistant assistant;
  private final InstantSource clock;

  public MessageArrived(
      ChatSource chat,
      Payloads payloads,
      AddressingRule rule,
      Presence presence,
      Desk desk,
      Assistant assistant,
      InstantSource clock) {
    this.chat = chat;
    this.payloads = payloads;
    this.rule = rule;
    this.presence = presence;
    this.desk = desk;
    this.assistant = assistant;
    this.clock = clock;
  }

  void handle(GatewayEvent event) {
    long lag = Duration.between(event.receivedAt(), clock.instant()).toMillis();
    chat.message(payloads.json(event.payload()))
        .ifPresent(
            message -> handle(message, Optional.ofNullable(event.guildId()), Math.max(0, lag)));
  }

  /**
   * Handles a message that came over the gateway or was fetched later.
   *
   * @param lagMillis negative when not known
   */
  void handle(IncomingMessage message, Optional<String> guildId, long lagMillis) {
    Place.Seen seen = new Place.Seen(message.messageId(), message.sentAt(), lagMillis);
    Addressing addressing =
        rule.judge(message, () -> presence.calledInThread(message.conversation()));
    LOG.debug("{}: {}", message, addressing);
    switch (addressing) {
      case Addressing.NotForUs notForUs -> presence.read(message.conversation(), seen);
      case Addressing.Command(String line) ->
          handle(message, lagMillis, visit -> assistant.command(visit, line));
      case Addressing.Mention mention -> handleQuestion(message, lagMillis);
      case Addressing.Direct direct -> handleQuestion(message, lagMillis);
      case Addressing.ReplyToUs reply -> handleQuestion(message, lagMillis);
      case Addressing.CalledInThread called -> handleQuestion(message, lagMillis);
    }
    if (!(addressing instanceof Addressing.NotForUs)) {
      presence.called(message.conversation(), guildId, seen);
    }
  }

  private void handleQuestion(IncomingMessage message, long lagMillis) {
    handle(message, lagMillis, visit -> assistant.question(visit, message.text()));
  }

  private void handle(IncomingMessage message, long lagMillis, Function<Visit, Outcome> work) {
    desk.handle(request(message, lagMillis), work);
  }

  /** Whether a person moderates is not asked: no text command needs it. */
  private static Request request(IncomingMessage message, long lagMillis) {
    return new Request(
        "m" + message.messageId(),
        message.messageId(),
        message.conversation(),
        new Caller(message.author(), false),
        new ChannelReply(message.messageId()),
        message.sentAt(),
        lagMillis);
  }
}
