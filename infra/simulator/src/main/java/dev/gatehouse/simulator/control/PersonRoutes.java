package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.messages.MessageComposer;
import dev.gatehouse.simulator.messages.MessageForm;
import dev.gatehouse.simulator.messages.MessageSender;
import dev.gatehouse.simulator.messages.Upload;
import dev.gatehouse.simulator.messages.Uploads;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.ChannelType;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Guilds;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageBody;
import dev.gatehouse.simulator.state.MessageFlags;
import dev.gatehouse.simulator.state.Page;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.Threads;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.ChannelJson;
import dev.gatehouse.simulator.wire.MessageJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a person does in a channel: read, write, edit, delete, type, open threads. */
public final class PersonRoutes implements ControlApi.RouteGroup {
  private static final int PAGE = 100;
  private static final int STICKERS = 3;
  private static final int ARCHIVE_MINUTES = 1_440;

  private final World world;
  private final Chat chat;
  private final Guilds guilds;
  private final Threads threads;
  private final MessageComposer composer;
  private final MessageSender sender;
  private final MessageJson json;
  private final Finder find;

  /** People of a world. */
  public PersonRoutes(World world, MessageJson json) {
    this.world = world;
    this.chat = new Chat(world);
    this.guilds = new Guilds(world);
    this.threads = new Threads(world);
    this.composer = new MessageComposer(world);
    this.sender = new MessageSender(world, json);
    this.json = json;
    this.find = new Finder(world);
  }

  @Override
  public void addTo(Routes<Function<ControlCall, Reply>> routes) {
    String messages = "/control/channels/{channel}/messages";
    String reactions = messages + "/{message}/reactions/{emoji}";
    routes
        .add("GET", messages, locked(this::list))
        .add("POST", messages, locked(this::send))
        .add("PATCH", messages + "/{message}", locked(this::edit))
        .add("DELETE", messages + "/{message}", locked(this::delete))
        .add("PUT", reactions, locked(call -> react(call, true)))
        .add("DELETE", reactions, locked(call -> react(call, false)))
        .add("POST", "/control/channels/{channel}/threads", locked(this::openThread))
        .add("POST", "/control/dms", locked(this::openDirect))
        .add("POST", "/control/typing", locked(this::type));
  }

  private Function<ControlCall, Reply> locked(Function<ControlCall, Reply> action) {
    return call -> world.with(() -> action.apply(call));
  }

  private Reply list(ControlCall call) {
    Channel channel = find.channel(call.pathId("channel"));
    int limit = QueryNumber.of(call, "limit", 50, 1, PAGE);
    Long viewer = call.queryId("user_id").orElse(null);
    Optional<Long> before = call.queryId("before");
    Page page =
        before.isPresent()
            ? new Page.Before(before.get(), limit, viewer)
            : new Page.Latest(limit, viewer);
    ArrayNode array = Json.array();
    List<Message> newestFirst = world.messages().page(channel.id(), page);
    newestFirst.reversed().forEach(message -> array.add(json.shown(message)));
    return Reply.ok(array);
  }

  private Reply send(ControlCall call) {
    User user = find.person(call.id("user_id"));
    Channel channel = find.channel(call.pathId("channel"), user);
    return Reply.ok(json.shown(sender.send(form(call, user, channel), user, channel)));
  }

  private MessageForm form(ControlCall call, User user, Channel channel) {
    ObjectNode form = Json.object();
    form.put("content", call.optionalText("content").orElse(""));
    ObjectNode allowed = form.putObject("allowed_mentions");
    allowed.putArray("parse").add("users").add("roles").add("everyone");
    allowed.put("replied_user", call.flag("ping", true));
    Json.field(call.body(), "poll").ifPresent(poll -> form.set("poll", poll));
    stickers(call, form);
    call.optionalId("forward")
        .map(id -> find.visible(id, user, "forward"))
        .ifPresent(target ->
            form.putObject("message_reference")
                .put("type", 1)
                .put("channel_id", Long.toString(target.channelId()))
                .put("message_id", Long.toString(target.id())));
    call.optionalId("reply_to")
        .map(id -> find.message(channel.id(), id, "reply_to"))
        .ifPresent(target ->
            form.putObject("message_reference").put("message_id", Long.toString(target.id())));
    List<Upload> uploads = Uploads.of(call.body().path("attachments"));
    if (call.flag("voice", false)) {
      if (uploads.size() != 1) {
        throw ControlError.invalid("attachments", "A voice message has exactly one file.");
      }
      form.put("flags", MessageFlags.IS_VOICE_MESSAGE);
    }
    return new MessageForm(form, uploads);
  }

  /** Stickers by their names; each time they get other ids. */
  private void stickers(ControlCall call, ObjectNode form) {
    JsonNode names = Json.field(call.body(), "stickers").orElseGet(Json::array);
    if (!names.isArray() || names.size() > STICKERS) {
      throw ControlError.invalid("stickers", "Must be a list of at most 3 names.");
    }
    for (JsonNode name : names) {
      form.withArrayProperty("sticker_items")
          .addObject()
          .put("id", Long.toString(world.nextId()))
          .put("name", name.asText())
          .put("format_type", 1);
    }
  }

  private Reply edit(ControlCall call) {
    Message message = own(call);
    JsonNode form = Json.object().put("content", call.text("content"));
    MessageBody body = composer.edit(MessageForm.of(form), message);
    return Reply.ok(json.shown(chat.edit(message, body)));
  }

  private Reply react(ControlCall call, boolean added) {
    User user = find.person(user(call));
    Channel channel = find.channel(call.pathId("channel"), user);
    Message message = find.message(channel.id(), call.pathId("message"), "message_id");
    sender.react(message, call.parameters().text("emoji"), user, channel, added);
    return Reply.noContent();
  }

  private Reply delete(ControlCall call) {
    chat.delete(own(call));
    return Reply.noContent();
  }

  private Message own(ControlCall call) {
    User user = find.person(user(call));
    Channel channel = find.channel(call.pathId("channel"), user);
    Message message = find.message(channel.id(), call.pathId("message"), "message_id");
    boolean moderates =
        call.request().method().equals("DELETE")
            && world.directory().may(user.id(), channel, Permission.MANAGE_MESSAGES);
    if (message.author().id() != user.id() && !moderates) {
      throw ControlError.invalid(
          "user_id", "Only its author may change a message, and moderators delete it.");
    }
    return message;
  }

  /** Some clients send no body with DELETE. */
  private static long user(ControlCall call) {
    return call.optionalId("user_id")
        .or(() -> call.queryId("user_id"))
        .orElseGet(() -> call.id("user_id"));
  }

  private Reply openThread(ControlCall call) {
    User user = find.person(call.id("user_id"));
    Channel parent = find.channel(call.pathId("channel"), user);
    String name = call.text("name").strip();
    if (parent.type() != ChannelType.GUILD_TEXT) {
      throw ControlError.invalid("channel_id", "Threads hang below text channels only.");
    }
    if (name.isEmpty() || name.length() > 100) {
      throw ControlError.invalid("name", "Must have 1 to 100 characters.");
    }
    Threads.Plan plan =
        new Threads.Plan(ChannelType.PUBLIC_THREAD, name, user.id(), ARCHIVE_MINUTES);
    Optional<Long> messageId = call.optionalId("message_id");
    Channel thread =
        messageId.isPresent()
            ? threads.openFrom(parent, startable(parent, messageId.get()), plan)
            : threads.open(parent, plan, user);
    return Reply.ok(ChannelJson.of(thread));
  }

  private Message startable(Channel parent, long id) {
    Message message = find.message(parent.id(), id, "message_id");
    if (message.threadId() != null) {
      throw ControlError.conflict("message_id", "This message has a thread already.");
    }
    return message;
  }

  private Reply openDirect(ControlCall call) {
    User user = find.person(call.id("user_id"));
    Optional<Long> recipient = call.optionalId("recipient_id");
    User other =
        recipient.isPresent()
            ? find.user(recipient.get(), "recipient_id")
            : find.application(call.id("application_id")).bot();
    if (other.equals(user)) {
      throw ControlError.invalid("recipient_id", "Must be somebody else.");
    }
    return Reply.ok(ChannelJson.of(guilds.openDirect(user, other)));
  }

  private Reply type(ControlCall call) {
    User user = find.person(call.id("user_id"));
    chat.type(find.channel(call.id("channel_id"), user), user);
    return Reply.noContent();
  }
}
