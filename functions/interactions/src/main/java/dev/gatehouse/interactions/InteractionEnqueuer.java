package dev.gatehouse.interactions;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.cloud.queue.QueueSender;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.Discord;
import dev.gatehouse.discord.signature.ReplayGuard;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;

/** Makes an interaction durable, once, and says how to acknowledge it. */
final class InteractionEnqueuer {
  private final QueueSender events;
  private final ReplayGuard replays;
  private final Set<String> ephemeralCommands;
  private final Clock clock;

  InteractionEnqueuer(
      QueueSender events, ReplayGuard replays, Set<String> ephemeralCommands, Clock clock) {
    this.events = events;
    this.replays = replays;
    this.ephemeralCommands = Set.copyOf(ephemeralCommands);
    this.clock = clock;
  }

  /**
   * Enqueues the interaction unless it was taken before.
   *
   * @throws dev.gatehouse.cloud.queue.QueueUnavailableException when it is not durable
   */
  Acknowledgement enqueue(Envelope envelope, byte[] body) {
    Acknowledgement acknowledgement = acknowledgement(envelope);
    if (replays.firstSeen(envelope.id(), clock.instant())) {
      send(message(envelope, acknowledgement, body));
    }
    return acknowledgement;
  }

  private void send(InteractionReceived message) {
    try {
      events.send(
          new OutgoingMessage(
              message.groupId(), message.deduplicationId(), MessageCodec.encode(message)));
    } catch (RuntimeException e) {
      replays.forget(message.interactionId());
      throw e;
    }
  }

  private InteractionReceived message(
      Envelope envelope, Acknowledgement acknowledgement, byte[] body) {
    return new InteractionReceived(
        QueueMessage.VERSION,
        Discord.PLATFORM,
        envelope.id(),
        envelope.applicationId(),
        envelope.type().code(),
        Secret.of(envelope.token()),
        acknowledgement,
        envelope.guildId(),
        envelope.channelId(),
        envelope.userId(),
        clock.instant(),
        new RawJson(new String(body, StandardCharsets.UTF_8)));
  }

  private Acknowledgement acknowledgement(Envelope envelope) {
    if (envelope.type() == InteractionKind.COMPONENT) {
      return Acknowledgement.DEFERRED_UPDATE;
    }
    String name = envelope.name();
    return name != null && ephemeralCommands.contains(name)
        ? Acknowledgement.DEFERRED_EPHEMERAL
        : Acknowledgement.DEFERRED_MESSAGE;
  }
}
