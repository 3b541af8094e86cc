package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.wire.MessageJson;
import dev.gatehouse.simulator.wire.Times;
import dev.gatehouse.simulator.wire.UserJson;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What sessions hear of messages, each as much as its intents allow. */
final class MessageDispatches {
  private final World world;
  private final Sessions sessions;
  private final MessageJson json;

  MessageDispatches(World world, Sessions sessions, MessageJson json) {
    this.world = world;
    this.sessions = sessions;
    this.json = json;
  }

  void created(Message message) {
    send("MESSAGE_CREATE", message);
  }

  void updated(Message message) {
    send("MESSAGE_UPDATE", message);
  }

  void deleted(Message message) {
    channelOf(message)
        .ifPresent(channel -> {
          ObjectNode data = place(channel);
          data.put("id", Long.toString(message.id()));
          send("MESSAGE_DELETE", channel, message.id(), messages(channel), data);
        });
  }

  void pinned(Channel channel) {
    ObjectNode data = place(channel);
    data.put("last_pin_timestamp", Times.text(world.now()));
    long intent = channel.isDirect() ? Intents.DIRECT_MESSAGES : Intents.GUILDS;
    send("CHANNEL_PINS_UPDATE", channel, null, intent, data);
  }

  void typing(WorldEvent.TypingStarted typing) {
    Channel channel = typing.channel();
    ObjectNode data = place(channel);
    data.put("user_id", Long.toString(typing.user().id()));
    data.put("timestamp", world.now().getEpochSecond());
    addMember(data, channel, typing.user().id());
    long intent = channel.isDirect() ? Intents.DIRECT_MESSAGE_TYPING : Intents.GUILD_MESSAGE_TYPING;
    send("TYPING_START", channel, null, intent, data);
  }

  void reacted(WorldEvent.ReactionChanged reaction) {
    channelOf(reaction.message())
        .ifPresent(channel -> {
          ObjectNode data = place(channel);
          data.put("user_id", Long.toString(reaction.userId()));
          data.put("message_id", Long.toString(reaction.message().id()));
          data.put("message_author_id", Long.toString(reaction.message().author().id()));
          data.set("emoji", MessageJson.emoji(reaction.emoji()));
          data.put("burst", false);
          data.put("type", 0);
          addMember(data, channel, reaction.userId());
          long intent =
              channel.isDirect()
                  ? Intents.DIRECT_MESSAGE_REACTIONS
                  : Intents.GUILD_MESSAGE_REACTIONS;
          String name = reaction.added() ? "MESSAGE_REACTION_ADD" : "MESSAGE_REACTION_REMOVE";
          send(name, channel, reaction.message().id(), intent, data);
        });
  }

  private void send(String name, Message message) {
    if (!message.isEphemeral()) {
      channelOf(message).ifPresent(channel -> send(name, message, channel));
    }
  }

  private void send(String name, Message message, Channel channel) {
    ContentRule rule =
        new ContentRule(
            message, Optional.ofNullable(channel.guildId()).flatMap(world.directory()::guild));
    Predicate<Session> audience = new Audience(world.directory(), channel).with(messages(channel));
    Sessions.Event whole = event(name, message, json.dispatched(message));
    Sessions.Event blank = event(name, message, ContentRule.blanked(json.dispatched(message)));
    sessions.deliver(audience.and(rule::allows), whole);
    sessions.deliver(audience.and(session -> !rule.allows(session)), blank);
  }

  private static Sessions.Event event(String name, Message message, ObjectNode data) {
    return new Sessions.Event(name, message.channelId(), message.id(), Json.bytes(data));
  }

  private void send(String name, Channel channel, @Nullable Long id, long intent, ObjectNode data) {
    sessions.deliver(
        new Audience(world.directory(), channel).with(intent),
        new Sessions.Event(name, channel.id(), id, Json.bytes(data)));
  }

  private Optional<Channel> channelOf(Message message) {
    return world.directory().channel(message.channelId());
  }

  private static long messages(Channel channel) {
    return channel.isDirect() ? Intents.DIRECT_MESSAGES : Intents.GUILD_MESSAGES;
  }

  private static ObjectNode place(Channel channel) {
    ObjectNode data = Json.object();
    data.put("channel_id", Long.toString(channel.id()));
    if (channel.guildId() != null) {
      data.put("guild_id", Long.toString(channel.guildId()));
    }
    return data;
  }

  private void addMember(ObjectNode data, Channel channel, long userId) {
    Optional.ofNullable(channel.guildId())
        .flatMap(world.directory()::guild)
        .flatMap(guild -> guild.member(userId))
        .ifPresent(member -> data.set("member", UserJson.member(member)));
  }
}
