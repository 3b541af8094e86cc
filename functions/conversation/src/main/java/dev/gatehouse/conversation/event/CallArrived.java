package dev.gatehouse.conversation.event;

import dev.gatehouse.chat.message.Call;
import dev.gatehouse.chat.message.Caller;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.InteractionReceived;
import dev.gatehouse.contracts.InvalidFieldException;
import dev.gatehouse.contracts.ReplyTarget.InteractionReply;
import dev.gatehouse.conversation.answer.Desk;
import dev.gatehouse.conversation.answer.Outcome;
import dev.gatehouse.conversation.answer.Request;
import dev.gatehouse.conversation.command.Assistant;
import dev.gatehouse.conversation.command.StopTurn;
import dev.gatehouse.conversation.place.Place;
import dev.gatehouse.conversation.port.ChatSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A slash command was called, a button pressed or a form filled in. */
public final class CallArrived {
  private static final Logger LOG = LoggerFactory.getLogger(CallArrived.class);

  /**
   * How long an interaction can be answered (<a
   * href="https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages">Discord</a>).
   */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  private static final String OLD_FORM =
      "This form is not one of mine any more; please start again.";

  private final ChatSource chat;
  private final Presence presence;
  private final Desk desk;
  private final Assistant assistant;
  private final StopTurn stopTurn;
  private final InstantSource clock;

  public CallArrived(
      ChatSource chat,
      Presence presence,
      Desk desk,
      Assistant assistant,
      StopTurn stopTurn,
      InstantSource clock) {
    this.chat = chat;
    this.presence = presence;
    this.desk = desk;
    this.assistant = assistant;
    this.stopTurn = stopTurn;
    this.clock = clock;
  }

  void handle(InteractionReceived interaction) {
    switch (chat.call(interaction.payload())) {
      case Call.Command command -> command(interaction, command);
      case Call.Press press ->
          desk.handle(request(interaction, press.caller()), visit -> press(press));
      case Call.Form form ->
          desk.handle(request(interaction, form.caller()), visit -> new Outcome.Say(OLD_FORM));
      case Call.Unknown unknown ->
          LOG.warn("interaction {}: {} is not handled", interaction.interactionId(), unknown);
    }
  }

  private void command(InteractionReceived interaction, Call.Command command) {
    Request request = request(interaction, command.caller());
    if (cannotBeSeen(interaction)) {
      LOG.warn("{} came too late: only its caller may see the answer", request);
      return;
    }
    desk.handle(request, visit -> assistant.command(visit, command.name(), command.options()));
    Place.Seen seen = new Place.Seen(interaction.interactionId(), interaction.receivedAt(), -1);
    presence.called(request.conversation(), Optional.ofNullable(interaction.guildId()), seen);
  }

  private Outcome press(Call.Press press) {
    if (!press.buttonId().startsWith(StopTurn.BUTTON)) {
      return new Outcome.Whisper("This button does nothing any more.");
    }
    String turnId = press.buttonId().substring(StopTurn.BUTTON.length());
    return stopTurn
        .stop(turnId, press.caller())
        .<Outcome>map(Outcome.Whisper::new)
        .orElseGet(Outcome.Quiet::new);
  }

  private boolean cannotBeSeen(InteractionReceived interaction) {
    return interaction.acknowledgement() == Acknowledgement.DEFERRED_EPHEMERAL
        && !clock.instant().isBefore(target(interaction).expiresAt());
  }

  private static Request request(InteractionReceived interaction, Caller caller) {
    return new Request(
        "i" + interaction.interactionId(),
        interaction.interactionId(),
        conversation(interaction),
        caller,
        target(interaction),
        interaction.receivedAt(),
        -1);
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
