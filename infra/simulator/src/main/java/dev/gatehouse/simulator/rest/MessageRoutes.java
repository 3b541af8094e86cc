package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.json.Snowflake;
import dev.gatehouse.simulator.messages.MessageComposer;
import dev.gatehouse.simulator.messages.MessageForm;
import dev.gatehouse.simulator.messages.MessageSender;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageBody;
import dev.gatehouse.simulator.state.MessageFlags;
import dev.gatehouse.simulator.state.Page;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.Rejection;
import dev.gatehouse.simulator.wire.MessageJson;
import dev.gatehouse.simulator.wire.Times;
import java.util.List;
import java.util.Optional;

/**
 * Messages of a channel.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message">Message resource</a>
 */
public final class MessageRoutes implements RestApi.RouteGroup {
  private static final int BULK_LEAST = 2;
  private static final int BULK_MOST = 100;

  private final World world;
  private final Chat chat;
  private final MessageComposer composer;
  private final MessageSender sender;
  private final MessageJson json;
  private final Lookup lookup;
  private final Nonces nonces = new Nonces();

  /** Messages of a world. */
  public MessageRoutes(World world, MessageJson json) {
    this.world = world;
    this.chat = new Chat(world);
    this.composer = new MessageComposer(world);
    this.sender = new MessageSender(world, json);
    this.json = json;
    this.lookup = new Lookup(world);
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    String one = "/channels/{channel}/messages/{message}";
    routes
        .add("GET", "/channels/{channel}/messages", RestRoute.bot(this::list))
        .add("POST", "/channels/{channel}/messages", RestRoute.bot(this::create))
        .add("POST", "/channels/{channel}/messages/bulk-delete", RestRoute.bot(this::bulkDelete))
        .add("GET", "/channels/{channel}/messages/pins", RestRoute.bot(this::pins))
        .add("PUT", "/channels/{channel}/messages/pins/{message}", RestRoute.bot(c -> pin(c, true)))
        .add(
            "DELETE",
            "/channels/{channel}/messages/pins/{message}",
            RestRoute.bot(c -> pin(c, false)))
        .add("GET", one, RestRoute.bot(this::get))
        .add("PATCH", one, RestRoute.bot(this::edit))
        .add("DELETE", one, RestRoute.bot(this::delete));
  }

  private Reply.Full list(Call call) {
    Channel channel = lookup.channel(call);
    int limit = call.number("limit", 50, 1, 100);
    ArrayNode array = Json.array();
    if (!world.directory().may(call.bot().id(), channel, Permission.READ_MESSAGE_HISTORY)) {
      return Reply.ok(array);
    }
    world.messages().page(channel.id(), page(call, limit)).forEach(m -> array.add(json.of(m)));
    return Reply.ok(array);
  }

  private static Page page(Call call, int limit) {
    Optional<Long> before = cursor(call, "before");
    Optional<Long> after = cursor(call, "after");
    Optional<Long> around = cursor(call, "around");
    if (before.isPresent()) {
      return new Page.Before(before.get(), limit, null);
    } else if (after.isPresent()) {
      return new Page.After(after.get(), limit, null);
    } else {
      return around.isPresent()
          ? new Page.Around(around.get(), limit, null)
          : new Page.Latest(limit, null);
    }
  }

  private static Optional<Long> cursor(Call call, String name) {
    return call.request().query().first(name).flatMap(Snowflake::parse);
  }

  private Reply.Full get(Call call) {
    Channel channel = lookup.channel(call, Permission.READ_MESSAGE_HISTORY);
    return Reply.ok(json.of(lookup.message(call, channel)));
  }

  private Reply.Full create(Call call) {
    Channel channel = lookup.channel(call);
    MessageForm form = FormReader.read(call);
    Nonces.check(form.json());
    Optional<Message> same = nonces.find(call.bot().id(), channel.id(), form.json(), world);
    return Reply.ok(json.of(same.orElseGet(() -> post(call, channel, form))));
  }

  private Message post(Call call, Channel channel, MessageForm form) {
    Message message = sender.send(form, call.bot(), channel);
    nonces.remember(call.bot().id(), form.json(), message);
    return message;
  }

  private Reply.Full edit(Call call) {
    Channel channel = lookup.channel(call);
    Message message = lookup.message(call, channel);
    requireOwn(call, message, "Cannot edit a message authored by another user");
    MessageBody body = composer.edit(FormReader.read(call), message);
    int flags = body.flags() & ~MessageFlags.EPHEMERAL;
    return Reply.ok(json.of(chat.edit(message, body.withFlags(flags))));
  }

  private static void requireOwn(Call call, Message message, String complaint) {
    if (message.author().id() != call.bot().id()) {
      throw Rejection.of(403, 50005, complaint);
    }
  }

  private Reply.Full delete(Call call) {
    Channel channel = lookup.channel(call);
    Message message = lookup.message(call, channel);
    if (channel.isDirect() && message.author().id() != call.bot().id()) {
      throw Rejection.of(403, 50003, "Cannot execute action on a DM channel");
    }
    if (message.author().id() != call.bot().id()) {
      lookup.channel(call, Permission.MANAGE_MESSAGES);
    }
    chat.delete(message);
    return Reply.noContent();
  }

  private Reply.Full bulkDelete(Call call) {
    Channel channel = lookup.channel(call, Permission.MANAGE_MESSAGES);
    JsonNode ids = call.object().path("messages");
    if (ids.size() < BULK_LEAST || ids.size() > BULK_MOST) {
      throw Rejection.of(
          400,
          50016,
          "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");
    }
    ids.forEach(id ->
        Json.id(id)
            .flatMap(each -> world.messages().find(channel.id(), each))
            .ifPresent(chat::delete));
    return Reply.noContent();
  }

  private Reply.Full pins(Call call) {
    List<Message> pinned = world.messages().pinned(lookup.channel(call).id());
    ObjectNode body = Json.object();
    ArrayNode items = body.putArray("items");
    for (Message message : pinned) {
      ObjectNode item = items.addObject();
      item.put("pinned_at", Times.text(message.createdAt()));
      item.set("message", json.of(message));
    }
    body.put("has_more", false);
    return Reply.ok(body);
  }

  private Reply.Full pin(Call call, boolean pinned) {
    Channel channel = lookup.channel(call, Permission.PIN_MESSAGES);
    chat.pin(channel, lookup.message(call, channel), pinned);
    return Reply.noContent();
  }
}
