package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Guild;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.wire.ChannelJson;
import dev.gatehouse.simulator.wire.GuildJson;
import dev.gatehouse.simulator.wire.MessageJson;
import dev.gatehouse.simulator.wire.UserJson;
import java.util.function.Predicate;

/** Turns what happens into dispatches for the sessions that may hear of it. */
final class EventDispatcher {
  private final World world;
  private final Sessions sessions;
  private final MessageDispatches messages;

  EventDispatcher(World world, Sessions sessions, MessageJson json) {
    this.world = world;
    this.sessions = sessions;
    this.messages = new MessageDispatches(world, sessions, json);
  }

  void accept(WorldEvent event) {
    switch (event) {
      case WorldEvent.MessageCreated(Message message) -> messages.created(message);
      case WorldEvent.MessageUpdated(Message message) -> messages.updated(message);
      case WorldEvent.MessageDeleted(Message message) -> messages.deleted(message);
      case WorldEvent.ReactionChanged reaction -> messages.reacted(reaction);
      case WorldEvent.TypingStarted typing -> messages.typing(typing);
      case WorldEvent.PinsUpdated(Channel channel) -> messages.pinned(channel);
      case WorldEvent.ChannelCreated(Channel channel) -> channel("CHANNEL_CREATE", channel);
      case WorldEvent.ChannelUpdated(Channel channel) ->
          channel(channel.isThread() ? "THREAD_UPDATE" : "CHANNEL_UPDATE", channel);
      case WorldEvent.ChannelDeleted(Channel channel) ->
          channel(channel.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", channel);
      case WorldEvent.ThreadCreated(Channel thread) -> thread(thread);
      case WorldEvent.MemberJoined joined -> member(joined);
      case WorldEvent.MemberUpdated updated -> member(updated);
      case WorldEvent.RoleChanged changed -> role(changed);
      case WorldEvent.GuildJoined joined -> guild(joined);
      case WorldEvent.MessagesAdded added -> {}
      case WorldEvent.CommandsChanged changed -> {}
      case WorldEvent.ApplicationChanged changed -> {}
      case WorldEvent.InteractionChanged changed -> {}
      case WorldEvent.ModalOpened opened -> {}
      case WorldEvent.Reset reset -> {}
    }
  }

  /** Bots hear of a new direct-message channel before its first message. */
  private void channel(String name, Channel channel) {
    Predicate<Session> audience =
        new Audience(world.directory(), channel)
            .with(channel.isDirect() ? Intents.DIRECT_MESSAGES : Intents.GUILDS);
    ObjectNode json = ChannelJson.of(channel);
    sessions.deliver(
        audience, new Sessions.Event(name, channel.id(), channel.id(), Json.bytes(json)));
  }

  private void thread(Channel thread) {
    ObjectNode json = ChannelJson.of(thread);
    json.put("newly_created", true);
    sessions.deliver(
        new Audience(world.directory(), thread).with(Intents.GUILDS),
        new Sessions.Event("THREAD_CREATE", thread.id(), thread.id(), Json.bytes(json)));
  }

  private void member(WorldEvent.MemberJoined joined) {
    ObjectNode json = UserJson.member(joined.member());
    json.put("guild_id", Long.toString(joined.guild().id()));
    sessions.deliver(
        session ->
            session.wants(Intents.GUILD_MEMBERS)
                && session.application().id() != joined.member().user().id()
                && isIn(session, joined.guild()),
        new Sessions.Event(
            "GUILD_MEMBER_ADD", null, joined.member().user().id(), Json.bytes(json)));
  }

  private void member(WorldEvent.MemberUpdated updated) {
    ObjectNode json = UserJson.member(updated.member());
    json.put("guild_id", Long.toString(updated.guild().id()));
    long id = updated.member().user().id();
    sessions.deliver(
        session -> session.wants(Intents.GUILD_MEMBERS) && isIn(session, updated.guild()),
        new Sessions.Event("GUILD_MEMBER_UPDATE", null, id, Json.bytes(json)));
  }

  private void role(WorldEvent.RoleChanged changed) {
    ObjectNode json = Json.object();
    json.put("guild_id", Long.toString(changed.guild().id()));
    json.set("role", GuildJson.role(changed.role()));
    String name = changed.isNew() ? "GUILD_ROLE_CREATE" : "GUILD_ROLE_UPDATE";
    sessions.deliver(
        session -> session.wants(Intents.GUILDS) && isIn(session, changed.guild()),
        new Sessions.Event(name, null, changed.role().id(), Json.bytes(json)));
  }

  private void guild(WorldEvent.GuildJoined joined) {
    Guild guild = joined.guild();
    ObjectNode json = GuildJson.created(guild, world.directory(), joined.application().id());
    sessions.deliver(
        session ->
            session.application() == joined.application()
                && session.wants(Intents.GUILDS)
                && session.shard().covers(guild.id()),
        new Sessions.Event("GUILD_CREATE", null, guild.id(), Json.bytes(json)));
  }

  private static boolean isIn(Session session, Guild guild) {
    return session.shard().covers(guild.id())
        && guild.member(session.application().id()).isPresent();
  }
}
