package dev.gatehouse.interactions;

import dev.gatehouse.cloud.queue.OutgoingMessage;
import dev.gatehouse.codec.MessageCodec;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.QueueMessage;
import dev.gatehouse.contracts.RawJson;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.Discord;
import dev.gatehouse.discord.signature.ReplayGuard;
import dev.gatehouse.interactions.DeadlineSender.Result;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Makes an interaction durable, once, and says how it is acknowledged then. */
final class InteractionEnqueuer {
  private final DeadlineSender events;
  private final ReplayGuard replays;
  private final Set<String> ephemeralCommands;
  private final Clock clock;

  InteractionEnqueuer(
      DeadlineSender events, ReplayGuard replays, Set<String> ephemeralCommands, Clock clock) {
    this.events = events;
    this.replays = replays;
    this.ephemeralCommands = Set.copyOf(ephemeralCommands);
    this.clock = clock;
  }

  /**
   * Enqueues the interaction unless it was taken before.
   *
   * @param within how long that may take
   */
  Result enqueue(Envelope envelope, Acknowledgement acknowledgement, byte[] body, Duration within) {
    if (!replays.firstSeen(envelope.id(), clock.instant())) {
      return new Result.Taken();
    }
    boolean taken = false;
    try {
      InteractionReceived message = message(envelope, acknowledgement, body);
      Result result =
          events.send(
              new OutgoingMessage(
                  message.groupId(), message.deduplicationId(), MessageCodec.encode(message)),
              within);
      taken = result instanceof Result.Taken;
      return result;
    } finally {
      if (!taken) {
        replays.forget(envelope.id());
      }
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

  /** How Discord is told to wait for the response. */
  Acknowledgement acknowledgement(Envelope envelope) {
    if (envelope.type() == InteractionKind.COMPONENT) {
      return Acknowledgement.DEFERRED_UPDATE;
    }
    String name = envelope.name();
    return name != null && ephemeralCommands.contains(name)
        ? Acknowledgement.DEFERRED_EPHEMERAL
        : Acknowledgement.DEFERRED_MESSAGE;
  }
}
