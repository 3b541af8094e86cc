package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.messages.MessageComposer;
import dev.gatehouse.simulator.messages.MessageForm;
import dev.gatehouse.simulator.messages.References;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.ChannelType;
import dev.gatehouse.simulator.state.Chat;
import dev.gatehouse.simulator.state.Guilds;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.MessageBody;
import dev.gatehouse.simulator.state.MessageOrigin;
import dev.gatehouse.simulator.state.Page;
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
  private static final int ARCHIVE_MINUTES = 1_440;

  private final World world;
  private final Chat chat;
  private final Guilds guilds;
  private final Threads threads;
  private final MessageComposer composer;
  private final MessageJson json;
  private final Finder find;

  /** People of a world. */
  public PersonRoutes(World world, MessageJson json) {
    this.world = world;
    this.chat = new Chat(world);
    this.guilds = new Guilds(world);
    this.threads = new Threads(world);
    this.composer = new MessageComposer(world);
    this.json = json;
    this.find = new Finder(world);
  }

  @Override
  public void addTo(Routes<Function<ControlCall, Reply>> routes) {
    String messages = "/control/channels/{channel}/messages";
    routes
        .add("GET", messages, locked(this::list))
        .add("POST", messages, locked(this::send))
        .add("PATCH", messages + "/{message}", locked(this::edit))
        .add("DELETE", messages + "/{message}", locked(this::delete))
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
    newestFirst.reversed().forEach(message -> array.add(json.dispatched(message)));
    return Reply.ok(array);
  }

  private Reply send(ControlCall call) {
    User user = find.person(call.id("user_id"));
    Channel channel = find.channel(call.pathId("channel"), user);
    MessageForm form = form(call, channel);
    MessageBody body = composer.create(form, channel.id());
    MessageOrigin origin = References.apply(MessageOrigin.by(user), form.json(), channel, world);
    body = References.withAuthorMention(body, origin, form.json(), world);
    return Reply.ok(json.dispatched(chat.post(channel, origin, body)));
  }

  private MessageForm form(ControlCall call, Channel channel) {
    ObjectNode form = Json.object();
    form.put("content", call.optionalText("content").orElse(""));
    call.optionalId("reply_to")
        .map(id -> find.message(channel.id(), id, "reply_to"))
        .ifPresent(target ->
            form.putObject("message_reference").put("message_id", Long.toString(target.id())));
    return new MessageForm(form, Uploads.of(call.body().path("attachments")));
  }

  private Reply edit(ControlCall call) {
    Message message = own(call);
    JsonNode form = Json.object().put("content", call.text("content"));
    MessageBody body = composer.edit(MessageForm.of(form), message.body(), message.channelId());
    return Reply.ok(json.dispatched(chat.edit(message, body)));
  }

  private Reply delete(ControlCall call) {
    chat.delete(own(call));
    return Reply.noContent();
  }

  private Message own(ControlCall call) {
    User user = find.person(user(call));
    Channel channel = find.channel(call.pathId("channel"), user);
    Message message = find.message(channel.id(), call.pathId("message"), "message_id");
    if (message.author().id() != user.id()) {
      throw ControlError.invalid("user_id", "Only its author may change a message.");
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
    Application application = find.application(call.id("application_id"));
    return Reply.ok(ChannelJson.of(guilds.openDirect(user, application.bot())));
  }

  private Reply type(ControlCall call) {
    User user = find.person(call.id("user_id"));
    chat.type(find.channel(call.id("channel_id"), user), user);
    return Reply.noContent();
  }
}
