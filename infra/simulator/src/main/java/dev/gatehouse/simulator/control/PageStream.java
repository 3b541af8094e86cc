package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.EventSink;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.wire.ChannelJson;
import dev.gatehouse.simulator.wire.MessageJson;
import dev.gatehouse.simulator.wire.Times;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Tells the open pages what happens, each what its user may see. */
final class PageStream {
  private final World world;
  private final MessageJson messages;
  private final StateJson state;
  private final Map<EventSink, Viewer> viewers = new ConcurrentHashMap<>();

  /** Whoever looks at a page; nobody in particular sees what everybody sees. */
  private record Viewer(Optional<Long> userId) {
    boolean is(long id) {
      return userId.filter(user -> user == id).isPresent();
    }
  }

  PageStream(World world, MessageJson messages, StateJson state) {
    this.world = world;
    this.messages = messages;
    this.state = state;
    world.listen(this::accept);
  }

  Reply open(Optional<Long> userId) {
    return new Reply.Stream(sink -> {
      viewers.put(sink, new Viewer(userId));
      return () -> viewers.remove(sink);
    });
  }

  private void accept(WorldEvent event) {
    if (viewers.isEmpty()) {
      return;
    }
    switch (event) {
      case WorldEvent.MessageCreated(Message message) -> send("MESSAGE_CREATE", message);
      case WorldEvent.MessageUpdated(Message message) -> send("MESSAGE_UPDATE", message);
      case WorldEvent.MessageDeleted(Message message) -> deleted(message);
      case WorldEvent.ReactionChanged changed -> send("MESSAGE_UPDATE", changed.message());
      case WorldEvent.MessagesAdded(Channel channel) -> added(channel);
      case WorldEvent.PinsUpdated pins -> {}
      case WorldEvent.TypingStarted(Channel channel, User user) -> typing(channel, user);
      case WorldEvent.ChannelCreated(Channel channel) -> send("CHANNEL_CREATE", channel);
      case WorldEvent.ChannelUpdated(Channel channel) -> send("CHANNEL_UPDATE", channel);
      case WorldEvent.ChannelDeleted(Channel channel) -> send("CHANNEL_DELETE", channel);
      case WorldEvent.ThreadCreated(Channel thread) -> send("THREAD_CREATE", thread);
      case WorldEvent.MemberJoined joined -> {}
      case WorldEvent.MemberUpdated updated -> guild(updated.guild());
      case WorldEvent.RoleChanged changed -> guild(changed.guild());
      case WorldEvent.GuildJoined joined -> application(joined.application());
      case WorldEvent.ApplicationChanged changed -> application(changed.application());
      case WorldEvent.CommandsChanged changed -> commands(changed);
      case WorldEvent.InteractionChanged(long userId, ObjectNode json) ->
          send("INTERACTION_STATE", json, viewer -> viewer.is(userId));
      case WorldEvent.ModalOpened(long userId, ObjectNode json) ->
          send("MODAL_OPEN", json, viewer -> viewer.is(userId));
      case WorldEvent.Reset reset -> send("STATE_RESET", Json.object(), viewer -> true);
    }
  }

  private void send(String name, Message message) {
    send(name, messages.shown(message), viewer -> sees(viewer, message));
  }

  private void deleted(Message message) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(message.id()));
    json.put("channel_id", Long.toString(message.channelId()));
    send("MESSAGE_DELETE", json, viewer -> sees(viewer, message));
  }

  private void added(Channel channel) {
    ObjectNode json = Json.object();
    json.put("channel_id", Long.toString(channel.id()));
    send("MESSAGES_ADDED", json, viewer -> sees(viewer, channel));
  }

  private void typing(Channel channel, User user) {
    ObjectNode json = Json.object();
    json.put("channel_id", Long.toString(channel.id()));
    json.put("user_id", Long.toString(user.id()));
    json.put("timestamp", Times.text(world.now()));
    send("TYPING_START", json, viewer -> sees(viewer, channel));
  }

  private void send(String name, Channel channel) {
    send(name, ChannelJson.of(channel), viewer -> sees(viewer, channel));
  }

  private void application(Application application) {
    ObjectNode json = Json.object();
    json.set("application", state.application(application));
    send("APPLICATION_UPDATE", json, viewer -> true);
  }

  private void guild(Guild guild) {
    send("GUILD_UPDATE", state.guild(guild), viewer -> true);
  }

  private void commands(WorldEvent.CommandsChanged changed) {
    ObjectNode json = Json.object();
    json.put("application_id", Long.toString(changed.application().id()));
    send("COMMANDS_UPDATE", json, viewer -> true);
  }

  private boolean sees(Viewer viewer, Message message) {
    boolean open = message.isVisibleTo(viewer.userId().orElse(null));
    return open
        && world
            .directory()
            .channel(message.channelId())
            .filter(channel -> sees(viewer, channel))
            .isPresent();
  }

  private boolean sees(Viewer viewer, Channel channel) {
    return viewer
        .userId()
        .map(id -> world.directory().canSee(id, channel))
        .orElse(!channel.isDirect());
  }

  private void send(String name, JsonNode data, Predicate<Viewer> audience) {
    ObjectNode event = Json.object();
    event.put("t", name);
    event.set("d", data);
    byte[] bytes = Json.bytes(event);
    viewers.forEach((sink, viewer) -> {
      if (audience.test(viewer)) {
        sink.send(bytes);
      }
    });
  }
}
