package dev.gatehouse.conversation.event;

import dev.gatehouse.assistant.participation.Participation.LastRead;
import dev.gatehouse.assistant.participation.Participations;
import dev.gatehouse.assistant.processing.IdempotentProcessor;
import dev.gatehouse.assistant.request.Request;
import dev.gatehouse.assistant.request.Request.Content;
import dev.gatehouse.chat.message.Call;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.conversation.port.ChatSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A slash command was called, a button pressed or a form filled in. */
public final class InteractionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(InteractionHandler.class);
  private static final long UNKNOWN_LAG = -1;

  /**
   * How long an interaction can be answered (<a
   * href="https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages">Discord</a>).
   */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  private final ChatSource chat;
  private final Participations participations;
  private final IdempotentProcessor processor;
  private final InstantSource clock;

  public InteractionHandler(
      ChatSource chat,
      Participations participations,
      IdempotentProcessor processor,
      InstantSource clock) {
    this.chat = chat;
    this.participations = participations;
    this.processor = processor;
    this.clock = clock;
  }

  void handle(InteractionReceived interaction) {
    switch (chat.call(interaction.payload())) {
      case Call.Command command -> handleCommand(interaction, command);
      case Call.Press press ->
          processor.process(
              request(interaction, press.caller(), new Content.PressedButton(press.buttonId())));
      case Call.Form form ->
          processor.process(
              request(interaction, form.caller(), new Content.SubmittedForm(form.formId())));
      case Call.Unknown unknown ->
          LOG.warn("interaction {}: {} is not handled", interaction.interactionId(), unknown);
    }
  }

  private void handleCommand(InteractionReceived interaction, Call.Command command) {
    Content content = new Content.CommandCall(command.name(), command.options());
    Request request = request(interaction, command.caller(), content);
    if (cannotBeSeen(interaction)) {
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

  private boolean cannotBeSeen(InteractionReceived interaction) {
    return interaction.acknowledgement() == Acknowledgement.DEFERRED_EPHEMERAL
        && !clock.instant().isBefore(target(interaction).expiresAt());
  }

  private static Request request(InteractionReceived interaction, Caller caller, Content content) {
    return new Request(
        "i" + interaction.interactionId(),
        interaction.interactionId(),
        conversation(interaction),
        caller,
        content,
        target(interaction),
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

  private static InteractionReply target(InteractionReceived interaction) {
    return new InteractionReply(
        interaction.applicationId(),
        interaction.token(),
        interaction.receivedAt().plus(TOKEN_LIFE));
  }
}
