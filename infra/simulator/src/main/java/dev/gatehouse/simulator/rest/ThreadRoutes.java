package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.ChannelType;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.Permission;
import dev.gatehouse.simulator.state.Threads;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import dev.gatehouse.simulator.wire.ChannelJson;
import java.util.List;

/**
 * Threads. Everybody who sees a channel is a member of its threads here.
 *
 * @see <a href="https://discord.com/developers/docs/resources/channel#start-thread-from-message">
 *     Start thread from message</a>
 */
public final class ThreadRoutes implements RestApi.RouteGroup {
  private static final List<Integer> ARCHIVE_MINUTES = List.of(60, 1_440, 4_320, 10_080);

  private final Threads threads;
  private final Lookup lookup;

  /** Threads of a world. */
  public ThreadRoutes(World world) {
    this.threads = new Threads(world);
    this.lookup = new Lookup(world);
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    String member = "/channels/{channel}/thread-members/{user}";
    routes
        .add(
            "POST",
            "/channels/{channel}/messages/{message}/threads",
            RestRoute.bot(this::openFromMessage))
        .add("POST", "/channels/{channel}/threads", RestRoute.bot(this::open))
        .add("GET", "/channels/{channel}/thread-members", RestRoute.bot(this::members))
        .add("GET", member, RestRoute.bot(this::member))
        .add("PUT", member, RestRoute.bot(this::join))
        .add("DELETE", member, RestRoute.bot(this::join));
  }

  private Reply.Full openFromMessage(Call call) {
    Channel parent = parent(call, Permission.CREATE_PUBLIC_THREADS);
    Message message = lookup.message(call, parent);
    if (message.threadId() != null) {
      throw Rejection.of(400, 160004, "A thread has already been created for this message");
    }
    Channel thread = threads.openFrom(parent, message, plan(call, ChannelType.PUBLIC_THREAD));
    return Reply.json(201, json(thread, call));
  }

  private Reply.Full open(Call call) {
    ChannelType type =
        ChannelType.of(call.object().path("type").asInt(ChannelType.PRIVATE_THREAD.code()))
            .filter(ChannelType::isThread)
            .orElseThrow(() ->
                new FormErrors()
                    .add("type", "BASE_TYPE_CHOICES", "Value must be one of {11, 12}.")
                    .rejection());
    boolean open = type == ChannelType.PUBLIC_THREAD;
    Channel parent =
        parent(call, open ? Permission.CREATE_PUBLIC_THREADS : Permission.CREATE_PRIVATE_THREADS);
    return Reply.json(201, json(threads.open(parent, plan(call, type), call.bot()), call));
  }

  private static Threads.Plan plan(Call call, ChannelType type) {
    String name = Json.text(call.object(), "name").orElse("");
    int minutes = call.object().path("auto_archive_duration").asInt(1_440);
    FormErrors errors = new FormErrors();
    errors.length("name", name, 1, 100);
    if (!ARCHIVE_MINUTES.contains(minutes)) {
      errors.choice("auto_archive_duration", "60, 1440, 4320, 10080");
    }
    errors.throwIfAny();
    return new Threads.Plan(type, name, call.bot().id(), minutes);
  }

  private Channel parent(Call call, long permissions) {
    Channel channel = lookup.channel(call, permissions);
    if (channel.type() != ChannelType.GUILD_TEXT) {
      throw Rejection.of(400, 50024, "Cannot execute action on this channel type");
    }
    return channel;
  }

  private Channel thread(Call call) {
    Channel channel = lookup.channel(call);
    if (!channel.isThread()) {
      throw Rejection.of(400, 50024, "Cannot execute action on this channel type");
    }
    return channel;
  }

  private Reply.Full members(Call call) {
    Channel thread = thread(call);
    return Reply.ok(Json.array().add(ChannelJson.threadMember(thread, call.bot().id())));
  }

  private Reply.Full member(Call call) {
    return Reply.ok(ChannelJson.threadMember(thread(call), user(call)));
  }

  private static long user(Call call) {
    return call.parameters().text("user").equals("@me") ? call.bot().id() : call.id("user");
  }

  private Reply.Full join(Call call) {
    thread(call);
    return Reply.noContent();
  }

  private static ObjectNode json(Channel thread, Call call) {
    ObjectNode json = ChannelJson.of(thread);
    json.set("member", ChannelJson.threadMember(thread, call.bot().id()));
    return json;
  }
}
