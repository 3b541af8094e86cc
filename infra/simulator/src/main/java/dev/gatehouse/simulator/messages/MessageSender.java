package dev.gatehouse.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageBody;
import dev.gatehouse.simulator.state.MessageFlags;
import dev.gatehouse.simulator.state.MessageOrigin;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.Access;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import dev.gatehouse.simulator.wire.MessageJson;
import java.util.Optional;

/**
 * Sends what a person or a bot wrote, as an answer or a forward when it refers to another message.
 * Used under the world's lock.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#message-reference-structure">
 *     Message reference</a>
 */
public final class MessageSender {
  private static final int FORWARD = 1;

  private final World world;
  private final MessageJson json;
  private final MessageComposer composer;
  private final Chat chat;
  private final Access access;

  /** Messages in a world. */
  public MessageSender(World world, MessageJson json) {
    this.world = world;
    this.json = json;
    this.composer = new MessageComposer(world);
    this.chat = new Chat(world);
    this.access = new Access(world);
  }

  /**
   * Sends a message.
   *
   * @throws Rejection 50001 or 50013 without the permissions, 160002 for an answer without Read
   *     Message History, 50083 in a locked thread, and as {@link MessageComposer#create} does
   */
  public Message send(MessageForm form, User author, Channel channel) {
    access.requireSend(author, channel);
    requireParts(form, author, channel);
    if (channel.archived() && channel.locked()) {
      throw Rejection.of(400, 50083, "Thread is archived");
    }
    MessageOrigin origin =
        MessageOrigin.by(author).withNonce(Json.field(form.json(), "nonce").orElse(null));
    MessageBody written = composer.create(form, author, channel);
    // Only answers to interactions can be ephemeral.
    MessageBody body = written.withFlags(written.flags() & ~MessageFlags.EPHEMERAL);
    JsonNode reference = form.json().path("message_reference");
    if (reference.path("type").asInt(0) == FORWARD) {
      Message target = forwarded(reference, author, channel);
      body.more().putArray("message_snapshots").add(json.snapshot(target));
      return chat.post(
          channel,
          origin.referringTo(target.reference(true)),
          body.withFlags(body.flags() | MessageFlags.HAS_SNAPSHOT));
    }
    Optional<Message> target = answered(reference, author, channel);
    if (target.isEmpty()) {
      return chat.post(channel, origin, body);
    }
    return chat.post(
        channel,
        origin.referringTo(target.get().reference(false)),
        pings(form.json()) ? body.mentioning(target.get().author()) : body);
  }

  /**
   * Adds a reaction, or takes it back.
   *
   * @throws Rejection 50001 or 50013 without the permissions, 10014 when it is no emoji
   */
  public void react(Message message, String emoji, User user, Channel channel, boolean added) {
    boolean isNew = message.reactions().stream().noneMatch(each -> each.emoji().equals(emoji));
    long own = added && isNew ? Permission.ADD_REACTIONS : 0;
    access.require(user, channel, Permission.READ_MESSAGE_HISTORY | own);
    if (emoji.isBlank() || emoji.chars().allMatch(c -> c < 128) && !emoji.matches("\\w+:\\d+")) {
      throw Rejection.of(400, 10014, "Unknown Emoji");
    }
    chat.react(message, emoji, user.id(), added);
  }

  private void requireParts(MessageForm form, User author, Channel channel) {
    if (!form.json().path("embeds").isEmpty()) {
      access.require(author, channel, Permission.EMBED_LINKS);
    }
    if (!form.uploads().isEmpty()) {
      access.require(author, channel, Permission.ATTACH_FILES);
    }
    if (form.json().path("poll").isObject()) {
      access.require(author, channel, Permission.SEND_POLLS);
    }
  }

  private Message forwarded(JsonNode reference, User author, Channel here) {
    Channel channel =
        Json.id(reference, "channel_id").flatMap(world.directory()::channel).orElse(here);
    access.require(author, channel, Permission.READ_MESSAGE_HISTORY);
    return find(reference, channel).orElseThrow(MessageSender::unknown);
  }

  private Optional<Message> answered(JsonNode reference, User author, Channel channel) {
    if (Json.id(reference, "message_id").isEmpty()) {
      return Optional.empty();
    }
    if (!world.directory().may(author.id(), channel, Permission.READ_MESSAGE_HISTORY)) {
      throw Rejection.of(403, 160002, "Cannot reply without permission to read message history");
    }
    Optional<Message> target = find(reference, channel);
    if (target.isEmpty() && reference.path("fail_if_not_exists").asBoolean(true)) {
      throw unknown();
    }
    return target;
  }

  private Optional<Message> find(JsonNode reference, Channel channel) {
    return Json.id(reference, "message_id")
        .flatMap(id -> world.messages().find(channel.id(), id))
        .filter(message -> !message.isEphemeral());
  }

  private static Rejection unknown() {
    return new FormErrors()
        .add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        .rejection();
  }

  /** Whoever is answered is mentioned unless the form forbids it. */
  private static boolean pings(JsonNode form) {
    JsonNode allowed = form.path("allowed_mentions");
    return !allowed.isObject() || allowed.path("replied_user").asBoolean(false);
  }
}
