package dev.gatehouse.conversation.event;

import dev.gatehouse.assistant.participation.Participation.LastRead;
import dev.gatehouse.assistant.participation.Participations;
import dev.gatehouse.assistant.processing.IdempotentProcessor;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.request.Request.Content;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.chat.message.ChatInteraction;
import dev.gatehouse.chat.platform.ChatPlatform;
import dev.gatehouse.chat.platform.ChatSource;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import java.time.InstantSource;
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
    InteractionReply target = target(interaction, platform);
    switch (platform.source().interaction(interaction.payload())) {
      case ChatInteraction.Command command ->
          handleCommand(interaction, command, target, platform.source());
      case ChatInteraction.ButtonClick(Caller caller, String buttonId) ->
          processor.process(
              request(interaction, caller, new Content.PressedButton(buttonId), target));
      case ChatInteraction.ModalSubmit form ->
          processor.process(
              request(
                  interaction, form.caller(), new Content.SubmittedForm(form.formId()), target));
      case ChatInteraction.Unknown unknown ->
          LOG.warn("interaction {}: {} is not handled", interaction.interactionId(), unknown);
    }
  }

  private void handleCommand(
      InteractionReceived interaction,
      ChatInteraction.Command command,
      InteractionReply target,
      ChatSource chat) {
    Content content = new Content.CommandCall(command.name(), command.options());
    Request request = request(interaction, command.caller(), content, target);
    if (cannotBeSeen(interaction, target)) {
      LOG.warn("{} came too late: only its caller may see the answer", request);
      return;
    }
    processor.process(request);
    ConversationId conversation = request.conversation();
    participations.called(
        conversation,
        Optional.ofNullable(interaction.guildId()),
        new LastRead(interaction.interactionId(), interaction.receivedAt(), UNKNOWN_LAG),
        () -> chat.isThread(conversation));
  }

  private boolean cannotBeSeen(InteractionReceived interaction, InteractionReply target) {
    return interaction.acknowledgement() == Acknowledgement.DEFERRED_EPHEMERAL
        && !clock.instant().isBefore(target.expiresAt());
  }

  private static Request request(
      InteractionReceived interaction, Caller caller, Content content, InteractionReply target) {
    return new Request(
        "i" + interaction.interactionId(),
        interaction.interactionId(),
        conversation(interaction),
        caller,
        content,
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
        interaction.receivedAt().plus(platform.limits().interactionLife()));
  }
}
