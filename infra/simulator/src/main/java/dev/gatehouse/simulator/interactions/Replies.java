package dev.gatehouse.simulator.interactions;

import dev.gatehouse.simulator.json.Snowflake;
import dev.gatehouse.simulator.messages.MessageComposer;
import dev.gatehouse.simulator.messages.MessageForm;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageBody;
import dev.gatehouse.simulator.state.MessageFlags;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.Rejection;
import java.util.Optional;

/**
 * What an application does with an interaction's token: answer, follow up, change, take back. Used
 * under the world's lock.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages">
 *     Follow-up messages</a>
 */
public final class Replies {
  private static final String ORIGINAL = "@original";

  private final World world;
  private final Interactions interactions;
  private final Chat chat;
  private final MessageComposer composer;

  /** Replies in a world. */
  public Replies(World world, Interactions interactions) {
    this.world = world;
    this.interactions = interactions;
    this.chat = new Chat(world);
    this.composer = new MessageComposer(world);
  }

  /**
   * The first response, through the callback route.
   *
   * @throws Rejection 10062 when there is no such interaction or its time is over
   */
  public Interaction callback(long id, String token, MessageForm form) {
    Interaction interaction =
        interactions
            .find(id)
            .filter(found -> found.token().equals(token))
            .filter(found -> !found.isExpired(world.now()))
            .filter(found -> found.stage() != Interaction.Stage.FAILED)
            .orElseThrow(() -> Rejection.of(404, 10062, "Unknown interaction"));
    interactions.responses().apply(interaction, form);
    return interaction;
  }

  /** The message of the first response, if it has one. */
  public Optional<Message> original(Interaction interaction) {
    return interaction
        .originalId()
        .flatMap(id -> world.messages().find(interaction.channel().id(), id));
  }

  /** A further message; the first one after a deferral takes the place of what was announced. */
  public Message followUp(long applicationId, String token, MessageForm form) {
    Interaction interaction = acknowledged(applicationId, token);
    if (interaction.stage() == Interaction.Stage.DEFERRED) {
      return edit(interaction, original(interaction).orElseThrow(Replies::unknown), form);
    }
    return interactions.responses().post(interaction, form);
  }

  /** One of the interaction's messages. */
  public Message get(long applicationId, String token, String which) {
    return find(acknowledged(applicationId, token), which);
  }

  /** Changes one of the interaction's messages. */
  public Message edit(long applicationId, String token, String which, MessageForm form) {
    Interaction interaction = acknowledged(applicationId, token);
    return edit(interaction, find(interaction, which), form);
  }

  private Message edit(Interaction interaction, Message message, MessageForm form) {
    int flags = message.body().flags();
    MessageBody body = composer.edit(form, message);
    int kept = body.flags() & ~MessageFlags.EPHEMERAL | flags & MessageFlags.EPHEMERAL;
    if (MessageFlags.has(flags, MessageFlags.LOADING)) {
      MessageBody whole = body.withFlags(kept & ~MessageFlags.LOADING);
      return settled(interaction, chat.fulfil(message, whole));
    }
    return settled(interaction, chat.edit(message, body.withFlags(kept)));
  }

  private Message settled(Interaction interaction, Message message) {
    boolean isOriginal = interaction.originalId().filter(id -> id == message.id()).isPresent();
    if (isOriginal && interaction.stage() != Interaction.Stage.DONE) {
      interaction.fulfilled();
      interactions.responses().publish(interaction, Optional.empty());
    }
    return message;
  }

  /** Takes one of the interaction's messages back. */
  public void delete(long applicationId, String token, String which) {
    Interaction interaction = acknowledged(applicationId, token);
    Message message = find(interaction, which);
    chat.delete(message);
    settled(interaction, message);
  }

  private Message find(Interaction interaction, String which) {
    Optional<Message> message =
        which.equals(ORIGINAL)
            ? original(interaction)
            : Snowflake.parse(which)
                .flatMap(id -> world.messages().find(interaction.channel().id(), id))
                .filter(found -> isOf(found, interaction));
    return message.orElseThrow(Replies::unknown);
  }

  private static boolean isOf(Message message, Interaction interaction) {
    Long webhook = message.origin().webhookId();
    return webhook != null && webhook == interaction.application().id();
  }

  /** A worker that is faster than the acknowledgement meets code 10015, and tries again. */
  private Interaction acknowledged(long applicationId, String token) {
    Interaction interaction =
        interactions.byToken(applicationId, token).orElseThrow(Replies::unknownWebhook);
    if (interaction.isExpired(world.now())) {
      throw Rejection.of(401, 50027, "Invalid Webhook Token");
    }
    return switch (interaction.stage()) {
      case WAITING, FAILED -> throw unknownWebhook();
      case DEFERRED, DEFERRED_UPDATE, DONE -> interaction;
    };
  }

  private static Rejection unknown() {
    return Rejection.of(404, 10008, "Unknown Message");
  }

  private static Rejection unknownWebhook() {
    return Rejection.of(404, 10015, "Unknown Webhook");
  }
}
