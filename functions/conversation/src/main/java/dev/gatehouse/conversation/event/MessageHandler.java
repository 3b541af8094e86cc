package dev.gatehouse.conversation.event;

import dev.gatehouse.assistant.participation.Participation.LastRead;
import dev.gatehouse.assistant.participation.Participations;
import dev.gatehouse.assistant.processing.IdempotentProcessor;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.chat.message.Addressing;
import dev.gatehouse.chat.message.AddressingRule;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.Content;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.GatewayEvent;
import dev.gatehouse.contracts.ReplyTarget.ChannelReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message was written: is it for us, and what does it ask? */
public final class MessageHandler {
  private static final Logger LOG = LoggerFactory.getLogger(MessageHandler.class);

  private final PayloadLoader payloads;
  private final AddressingRule rule;
  private final Participations participations;
  private final IdempotentProcessor processor;
  private final InstantSource clock;

  public MessageHandler(
      PayloadLoader payloads,
      AddressingRule rule,
      Participations participations,
      IdempotentProcessor processor,
      InstantSource clock) {
    this.payloads = payloads;
    this.rule = rule;
    this.participations = participations;
    this.processor = processor;
    this.clock = clock;
  }

  void handle(GatewayEvent event, ChatSource chat) {
    long lag = Duration.between(event.receivedAt(), clock.instant()).toMillis();
    chat.message(payloads.json(event.payload()), Optional.ofNullable(event.ourRole()))
        .ifPresent(message ->
            handle(message, Optional.ofNullable(event.guildId()), Math.max(0, lag), chat));
  }

  /**
   * Handles a message that came over the gateway or was fetched later.
   *
   * @param lagMillis negative when not known
   */
  void handle(IncomingMessage message, Optional<String> guildId, long lagMillis, ChatSource chat) {
    ConversationId conversation = message.conversation();
    LastRead read = new LastRead(message.messageId(), message.sentAt(), lagMillis);
    Addressing addressing =
        rule.judge(message, () -> participations.calledIntoThread(conversation));
    LOG.debug("{}: {}", message, addressing);
    if (addressing instanceof Addressing.NotForUs) {
      participations.read(conversation, read);
      return;
    }
    IncomingMessage named = chat.withNames(message, guildId);
    Content content =
        addressing instanceof Addressing.Command
            ? new Content.CommandLine(rule.commandLine(named))
            : new Content.Question(named.text());
    processor.process(request(named, content, lagMillis));
    participations.called(conversation, guildId, read, () -> chat.isThread(conversation));
  }

  /** Whether a person moderates is not asked: no text command needs it. */
  private static Request request(IncomingMessage message, Content content, long lagMillis) {
    return new Request(
        "m" + message.messageId(),
        message.messageId(),
        message.conversation(),
        new Caller(message.author(), false),
        content,
        message.enclosures(),
        new ChannelReply(message.messageId()),
        message.sentAt(),
        lagMillis,
        true);
  }
}
