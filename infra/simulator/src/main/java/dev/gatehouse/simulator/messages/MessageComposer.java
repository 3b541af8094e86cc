package dev.gatehouse.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Attachment;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Mentions;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageBody;
import dev.gatehouse.simulator.state.MessageFlags;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.ComponentRules;
import dev.gatehouse.simulator.validation.EmbedRules;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a message's body from what a client sent, after Discord's checks. Used under the world's
 * lock.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#create-message">Create
 *     message</a>
 */
public final class MessageComposer {
  private static final int CONTENT = 2_000;
  private static final int ALLOWED_FLAGS =
      MessageFlags.SUPPRESS_EMBEDS
          | MessageFlags.SUPPRESS_NOTIFICATIONS
          | MessageFlags.IS_COMPONENTS_V2
          | MessageFlags.IS_VOICE_MESSAGE
          | MessageFlags.EPHEMERAL;

  private final World world;
  private final AttachmentStore attachments;

  /** Bodies in the given world. */
  public MessageComposer(World world) {
    this.world = world;
    this.attachments = new AttachmentStore(world);
  }

  /**
   * A new message's body.
   *
   * @throws Rejection 50035 for fields that break a rule, 50006 when there is nothing to send
   */
  public MessageBody create(MessageForm form, User author, Channel channel) {
    return compose(form, MessageBody.text(""), author, channel.id());
  }

  /**
   * A changed message's body: what the form leaves out stays.
   *
   * @throws Rejection as {@link #create} does
   */
  public MessageBody edit(MessageForm form, Message message) {
    return compose(form, message.body(), message.author(), message.channelId());
  }

  private MessageBody compose(MessageForm form, MessageBody old, User author, long channelId) {
    JsonNode json = form.json();
    int flags = flags(json, old.flags());
    check(form, flags);
    String content = json.has("content") ? json.path("content").asText("") : old.content();
    Mentions mentions =
        world
            .directory()
            .channel(channelId)
            .map(channel ->
                Mentions.in(
                    content, json.path("allowed_mentions"), author, channel, world.directory()))
            .orElse(Mentions.NONE);
    boolean ephemeral = MessageFlags.has(flags, MessageFlags.EPHEMERAL);
    List<Attachment> files = new ArrayList<>(AttachmentStore.kept(form, old.attachments()));
    files.addAll(attachments.store(form, channelId, ephemeral));
    MessageBody body =
        new MessageBody(
            content.strip(),
            json.has("embeds") ? embeds(json.path("embeds")) : old.embeds(),
            json.has("components") ? components(json.path("components")) : old.components(),
            files,
            mentions,
            flags,
            more(json, old));
    if (body.isEmpty() && json.path("message_reference").path("type").asInt(0) == 0) {
      throw Rejection.of(400, 50006, "Cannot send an empty message");
    }
    return body;
  }

  private ObjectNode more(JsonNode json, MessageBody old) {
    ObjectNode more = old.more().deepCopy();
    Json.field(json, "poll").ifPresent(poll -> more.set("poll", Polls.opened(poll, world.now())));
    Json.field(json, "sticker_items").ifPresent(items -> more.set("sticker_items", items));
    return more;
  }

  /** A message of the second generation stays one. */
  private static int flags(JsonNode json, int old) {
    int given = json.path("flags").asInt(0) & ALLOWED_FLAGS;
    return json.has("flags") ? old & ~MessageFlags.SUPPRESS_EMBEDS | given : old;
  }

  private static void check(MessageForm form, int flags) {
    FormErrors errors = new FormErrors();
    boolean second = MessageFlags.has(flags, MessageFlags.IS_COMPONENTS_V2);
    JsonNode json = form.json();
    checkContent(json, second, errors);
    Json.field(json, "embeds").ifPresent(embeds -> EmbedRules.check(embeds, errors));
    Json.field(json, "components")
        .ifPresent(components -> ComponentRules.check(components, second, errors));
    Json.field(json, "poll").ifPresent(poll -> Polls.check(poll, errors));
    AttachmentStore.check(form, errors);
    errors.throwIfAny();
  }

  private static void checkContent(JsonNode json, boolean second, FormErrors errors) {
    JsonNode content = json.path("content");
    if (content.isContainerNode()) {
      errors.add("content", "STRING_TYPE_CONVERT", "Could not interpret value as string.");
    }
    errors.atMost("content", content.asText(""), CONTENT);
    if (second && !content.asText("").isEmpty()) {
      errors.add(
          "content",
          "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
          "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }
    if (second && !json.path("embeds").isEmpty()) {
      errors.add(
          "embeds",
          "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
          "The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }
  }

  private static ArrayNode embeds(JsonNode given) {
    ArrayNode embeds = Json.array();
    for (JsonNode each : given) {
      ObjectNode embed = each.deepCopy();
      embed.put("type", embed.path("type").asText("rich"));
      embeds.add(embed);
    }
    return embeds;
  }

  /** Discord numbers the components that bring no id of their own. */
  private static ArrayNode components(JsonNode given) {
    ArrayNode components = Json.array();
    ComponentIds ids = new ComponentIds();
    given.forEach(each -> components.add(ids.numbered(each.deepCopy())));
    return components;
  }
}
