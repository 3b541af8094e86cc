package dev.gatehouse.conversation.event;

import dev.gatehouse.assistant.participation.Participation.LastRead;
import dev.gatehouse.assistant.participation.Participations;
import dev.gatehouse.assistant.processing.IdempotentProcessor;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.message.Content;
import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.ReplyTarget;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A slash command was called, a button pressed or a form filled in. */
public final class InteractionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(InteractionHandler.class);
  private static final long UNKNOWN_LAG = -1;

  private final Participations participations;
  private final IdempotentProcessor processor;
  private final InstantSource clock;

  public InteractionHandler(
      Participations participations, IdempotentProcessor processor, InstantSource clock) {
    this.participations = participations;
    this.processor = processor;
    this.clock = clock;
  }

  void handle(InteractionReceived interaction, ChatPlatform platform) {
    ChatSource chat = platform.source();
    chat.interaction(interaction.payload())
        .ifPresentOrElse(
            asked ->
                process(
                    request(interaction, asked, target(interaction, platform)), interaction, chat),
            () ->
                LOG.warn(
                    "interaction {} of type {} is not handled",
                    interaction.interactionId(),
                    interaction.type()));
  }

  /** A command calls us into the conversation; a button or a form is pressed where we are. */
  private void process(Request request, InteractionReceived interaction, ChatSource chat) {
    boolean command = request.content() instanceof Content.CommandCall;
    if (command && cannotBeSeen(request.target())) {
      LOG.warn("{} came too late: only its caller may see the answer", request);
      return;
    }
    processor.process(request);
    if (command) {
      ConversationId conversation = request.conversation();
      participations.called(
          conversation,
          Optional.ofNullable(interaction.guildId()),
          new LastRead(interaction.interactionId(), interaction.receivedAt(), UNKNOWN_LAG),
          () -> chat.isThread(conversation));
    }
  }

  private boolean cannotBeSeen(ReplyTarget target) {
    return target instanceof InteractionReply reply
        && reply.ephemeral()
        && !clock.instant().isBefore(reply.expiresAt());
  }

  private static Request request(
      InteractionReceived interaction, ChatInteraction asked, InteractionReply target) {
    return new Request(
        "i" + interaction.interactionId(),
        interaction.interactionId(),
        conversation(interaction),
        asked.caller(),
        asked.content(),
        List.of(),
        target,
        interaction.receivedAt(),
        UNKNOWN_LAG,
        true);
  }

  private static ConversationId conversation(InteractionReceived interaction) {
    String channelId = interaction.channelId();
    if (channelId == null) {
      throw new InvalidFieldException(
          "channel_id", "must be there for a command: the answer belongs to a conversation");
    }
    return new ConversationId(interaction.platform(), channelId);
  }

  private static InteractionReply target(InteractionReceived interaction, ChatPlatform platform) {
    return new InteractionReply(
        interaction.applicationId(),
        interaction.token(),
        interaction.receivedAt().plus(platform.limits().interactionLife()),
        interaction.acknowledgement() == Acknowledgement.DEFERRED_EPHEMERAL);
  }
}
