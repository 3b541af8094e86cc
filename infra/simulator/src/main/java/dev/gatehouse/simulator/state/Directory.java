package dev.gatehouse.simulator.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, guilds and channels. Used under the world's lock. */
public final class Directory {
  private final Map<Long, User> users = new LinkedHashMap<>();
  private final Map<Long, Guild> guilds = new LinkedHashMap<>();
  private final Map<Long, Channel> channels = new LinkedHashMap<>();

  Directory() {}

  /** One user. */
  public Optional<User> user(long id) {
    return Optional.ofNullable(users.get(id));
  }

  /** Everybody. */
  public List<User> users() {
    return new ArrayList<>(users.values());
  }

  /** The people. */
  public List<User> people() {
    return users.values().stream().filter(user -> !user.bot()).toList();
  }

  /** One guild. */
  public Optional<Guild> guild(long id) {
    return Optional.ofNullable(guilds.get(id));
  }

  /** Every guild; the first is the default one. */
  public List<Guild> guilds() {
    return new ArrayList<>(guilds.values());
  }

  /** The guild that bots join without being asked to. */
  public Guild defaultGuild() {
    return guilds.values().iterator().next();
  }

  /** A role of the channel's guild. */
  public Optional<Role> role(Channel channel, long id) {
    return Optional.ofNullable(channel.guildId()).flatMap(this::guild).flatMap(g -> g.role(id));
  }

  /** The guilds that a user is in. */
  public List<Guild> guildsOf(long userId) {
    return guilds.values().stream().filter(guild -> guild.member(userId).isPresent()).toList();
  }

  /** One channel, thread or direct-message channel. */
  public Optional<Channel> channel(long id) {
    return Optional.ofNullable(channels.get(id));
  }

  /** A guild's channels that are no threads. */
  public List<Channel> channelsOf(long guildId) {
    return inGuild(guildId).stream().filter(channel -> !channel.isThread()).toList();
  }

  /** A guild's threads. */
  public List<Channel> threadsOf(long guildId) {
    return inGuild(guildId).stream().filter(Channel::isThread).toList();
  }

  /** Every direct-message channel. */
  public List<Channel> directChannels() {
    return channels.values().stream().filter(Channel::isDirect).toList();
  }

  /** The direct-message channel of two users. */
  public Optional<Channel> directChannel(long one, long other) {
    return directChannels().stream()
        .filter(channel -> channel.hasRecipient(one) && channel.hasRecipient(other))
        .findFirst();
  }

  /** What a user may do in a channel; a thread has the rules of its channel. */
  public long permissions(long userId, Channel channel) {
    Guild guild = channel.guildId() == null ? null : guilds.get(channel.guildId());
    if (guild == null) {
      return channel.hasRecipient(userId) ? Permission.OF_BOT : 0;
    }
    Channel parent = channel.parentId() == null ? null : channels.get(channel.parentId());
    return guild.permissions(userId, (parent == null ? channel : parent).overwrites());
  }

  /** Whether the user may do all that the bits say in the channel. */
  public boolean may(long userId, Channel channel, long bits) {
    return Permission.has(permissions(userId, channel), bits);
  }

  /** Whether the user may look into the channel. */
  public boolean canSee(long userId, Channel channel) {
    return may(userId, channel, Permission.VIEW_CHANNEL);
  }

  void put(User user) {
    users.put(user.id(), user);
  }

  void put(Guild guild) {
    guilds.put(guild.id(), guild);
  }

  void put(Channel channel) {
    channels.put(channel.id(), channel);
  }

  void removeChannel(long id) {
    channels.remove(id);
  }

  void clear() {
    users.clear();
    guilds.clear();
    channels.clear();
  }

  private List<Channel> inGuild(long guildId) {
    return channels.values().stream()
        .filter(channel -> channel.guildId() != null && channel.guildId() == guildId)
        .toList();
  }
}
