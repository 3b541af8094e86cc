package dev.gatehouse.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageBody;
import dev.gatehouse.simulator.state.MessageOrigin;
import dev.gatehouse.simulator.state.MessageReference;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.FormErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replies.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#message-reference-structure">
 *     Message reference</a>
 */
public final class References {
  private References() {}

  /** The origin, answering the message that the form names. */
  public static MessageOrigin apply(
      MessageOrigin origin, JsonNode form, Channel channel, World world) {
    JsonNode reference = form.path("message_reference");
    Optional<Long> id = Json.id(reference, "message_id");
    if (id.isEmpty()) {
      return origin;
    }
    Optional<Message> target = world.messages().find(channel.id(), id.get());
    if (target.isEmpty() && reference.path("fail_if_not_exists").asBoolean(true)) {
      throw new FormErrors()
          .add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
          .rejection();
    }
    return target
        .map(m -> origin.replyingTo(new MessageReference(m.id(), m.channelId(), m.guildId())))
        .orElse(origin);
  }

  /** The body, mentioning the author who is answered unless the form forbids it. */
  public static MessageBody withAuthorMention(
      MessageBody body, MessageOrigin origin, JsonNode form, World world) {
    JsonNode allowed = form.path("allowed_mentions");
    boolean wanted = !allowed.isObject() || allowed.path("replied_user").asBoolean(false);
    MessageReference reference = origin.reference();
    if (reference == null || !wanted) {
      return body;
    }
    return world
        .messages()
        .find(reference.channelId(), reference.messageId())
        .map(target -> mentioning(body, target.author()))
        .orElse(body);
  }

  private static MessageBody mentioning(MessageBody body, User author) {
    List<User> users = new ArrayList<>(body.mentions());
    if (users.stream().noneMatch(user -> user.id() == author.id())) {
      users.add(author);
    }
    return new MessageBody(
        body.content(),
        body.embeds(),
        body.components(),
        body.attachments(),
        users,
        body.mentionsEveryone(),
        body.flags());
  }
}
