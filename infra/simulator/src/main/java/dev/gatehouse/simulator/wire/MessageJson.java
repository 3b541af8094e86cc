package dev.gatehouse.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Attachment;
import dev.gatehouse.simulator.state.Mentions;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageOrigin;
import dev.gatehouse.simulator.state.MessageReference;
import dev.gatehouse.simulator.state.Reaction;
import dev.gatehouse.simulator.state.World;
import java.util.Optional;

/**
 * Messages. Used under the world's lock, since a reply shows the message that it answers.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#message-object">Message
 *     object</a>
 */
public final class MessageJson {
  /** A flat line. */
  private static final String WAVEFORM = "AAAAAAAA";

  private final World world;
  private final String baseUrl;

  /**
   * Messages of a world.
   *
   * @param baseUrl where the attachments' links point, without a slash at the end
   */
  public MessageJson(World world, String baseUrl) {
    this.world = world;
    this.baseUrl = baseUrl;
  }

  /** A message as REST answers it. */
  public ObjectNode of(Message message) {
    ObjectNode json = basic(message);
    if (message.origin().reference() != null) {
      addReferenced(json, message.origin().reference());
    }
    addThread(json, message);
    return json;
  }

  /** A message as the gateway sends it: with its guild and the author's membership. */
  public ObjectNode dispatched(Message message) {
    ObjectNode json = of(message);
    if (message.guildId() == null) {
      json.put("channel_type", 1);
    } else {
      json.put("guild_id", Long.toString(message.guildId()));
      addMember(json, message);
    }
    return json;
  }

  /** A message as the page shows it: who reacted is there as well. */
  public ObjectNode shown(Message message) {
    ObjectNode json = dispatched(message);
    for (int i = 0; i < message.reactions().size(); i++) {
      ObjectNode reaction = (ObjectNode) json.path("reactions").get(i);
      reaction.set("user_ids", Json.ids(message.reactions().get(i).users()));
    }
    return json;
  }

  private ObjectNode basic(Message message) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(message.id()));
    json.put("type", message.origin().type().code());
    json.put("channel_id", Long.toString(message.channelId()));
    json.set("author", UserJson.of(message.author()));
    json.put("timestamp", Times.text(message.createdAt()));
    json.put(
        "edited_timestamp", Optional.ofNullable(message.editedAt()).map(Times::text).orElse(null));
    json.put("tts", false);
    json.put("pinned", message.pinned());
    addBody(json, message);
    addOrigin(json, message.origin());
    if (!message.reactions().isEmpty()) {
      json.set("reactions", reactions(message));
    }
    return json;
  }

  private void addBody(ObjectNode json, Message message) {
    json.put("content", message.body().content());
    json.put("flags", message.body().flags());
    Mentions mentions = message.body().mentions();
    json.put("mention_everyone", mentions.everyone());
    json.set("mention_roles", Json.ids(mentions.roles()));
    json.set("mentions", Json.array(mentions.users().stream().map(UserJson::of).toList()));
    json.set("embeds", message.body().embeds());
    json.set("components", message.body().components());
    json.set(
        "attachments",
        Json.array(message.body().attachments().stream().map(this::attachment).toList()));
    json.setAll(message.body().more());
  }

  /** What a message that passes this one on shows of it. */
  public ObjectNode snapshot(Message message) {
    ObjectNode json = basic(message);
    json.retain(
        "type",
        "content",
        "mentions",
        "mention_roles",
        "attachments",
        "embeds",
        "timestamp",
        "edited_timestamp",
        "flags",
        "components",
        "sticker_items");
    return Json.object().set("message", json);
  }

  private static void addOrigin(ObjectNode json, MessageOrigin origin) {
    if (origin.applicationId() != null) {
      json.put("application_id", Long.toString(origin.applicationId()));
    }
    if (origin.webhookId() != null) {
      json.put("webhook_id", Long.toString(origin.webhookId()));
    }
    if (origin.interaction() != null) {
      json.set("interaction_metadata", origin.interaction());
    }
    if (origin.nonce() != null) {
      json.set("nonce", origin.nonce());
    }
  }

  private void addReferenced(ObjectNode json, MessageReference reference) {
    ObjectNode pointer = json.putObject("message_reference");
    pointer.put("type", reference.forwards() ? 1 : 0);
    pointer.put("message_id", Long.toString(reference.messageId()));
    pointer.put("channel_id", Long.toString(reference.channelId()));
    if (reference.guildId() != null) {
      pointer.put("guild_id", Long.toString(reference.guildId()));
    }
    if (reference.forwards()) {
      return;
    }
    json.set(
        "referenced_message",
        world
            .messages()
            .find(reference.channelId(), reference.messageId())
            .map(this::basic)
            .orElse(null));
  }

  private void addThread(ObjectNode json, Message message) {
    Optional.ofNullable(message.threadId())
        .flatMap(world.directory()::channel)
        .ifPresent(thread -> json.set("thread", ChannelJson.of(thread)));
  }

  private void addMember(ObjectNode json, Message message) {
    Optional.ofNullable(message.guildId())
        .flatMap(world.directory()::guild)
        .flatMap(guild -> guild.member(message.author().id()))
        .ifPresent(member -> json.set("member", UserJson.partialMember(member)));
  }

  /** A file. */
  public ObjectNode attachment(Attachment attachment) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(attachment.id()));
    json.put("filename", attachment.filename());
    if (attachment.description() != null) {
      json.put("description", attachment.description());
    }
    json.put("content_type", attachment.contentType());
    json.put("size", attachment.size());
    json.put("url", baseUrl + attachment.path());
    json.put("proxy_url", baseUrl + attachment.path());
    if (attachment.seconds() != null) {
      json.put("duration_secs", attachment.seconds()).put("waveform", WAVEFORM);
    }
    if (attachment.ephemeral()) {
      json.put("ephemeral", true);
    }
    return json;
  }

  private static ArrayNode reactions(Message message) {
    ArrayNode array = Json.array();
    for (Reaction reaction : message.reactions()) {
      ObjectNode json = array.addObject();
      json.put("count", reaction.users().size());
      json.put("me", false);
      json.put("me_burst", false);
      json.putObject("count_details").put("burst", 0).put("normal", reaction.users().size());
      json.set("burst_colors", Json.array());
      json.set("emoji", emoji(reaction.emoji()));
    }
    return array;
  }

  /** An emoji: a Unicode one, or {@code name:id} of a guild's own. */
  public static ObjectNode emoji(String text) {
    ObjectNode json = Json.object();
    int colon = text.lastIndexOf(':');
    json.put("id", colon < 0 ? null : text.substring(colon + 1));
    json.put("name", colon < 0 ? text : text.substring(0, colon));
    return json;
  }
}
