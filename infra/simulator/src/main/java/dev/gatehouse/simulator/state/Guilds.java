package dev.gatehouse.simulator.state;

import java.util.List;

/** Makes guilds, channels, threads and direct-message channels. */
public final class Guilds {
  private final World world;

  /** In the given world. */
  public Guilds(World world) {
    this.world = world;
  }

  /** A new guild that everybody is in: people and bots alike. */
  public Guild found(String name, long ownerId) {
    return world.with(() -> {
      Guild guild = new Guild(world.nextId(), name, ownerId);
      world.directory().put(guild);
      world.directory().people().forEach(user -> guild.put(member(user, List.of())));
      world.applications().all().forEach(application -> join(guild, application));
      return guild;
    });
  }

  private Member member(User user, List<Long> roles) {
    return new Member(user, world.now(), roles);
  }

  /** Lets a bot in, with a role of its own that carries what it was invited to do. */
  public void join(Guild guild, Application application) {
    world.change(() -> {
      User bot = application.bot();
      world.directory().put(bot);
      Role role =
          new Role(
              world.nextId(),
              application.name(),
              0,
              guild.roles().size(),
              Permission.OF_BOT,
              false,
              false,
              bot.id());
      guild.put(role);
      Member member = member(bot, List.of(role.id()));
      guild.put(member);
      world.publish(new WorldEvent.RoleChanged(guild, role, true));
      world.publish(new WorldEvent.MemberJoined(guild, member));
      world.publish(new WorldEvent.GuildJoined(guild, application));
    });
  }

  /** A new role above those that there are. */
  public Role addRole(Guild guild, String name, int color, long permissions, boolean mentionable) {
    int position = guild.roles().size();
    Role role =
        new Role(world.nextId(), name, color, position, permissions, true, mentionable, null);
    return put(guild, role, true);
  }

  /** A role with other properties. */
  public Role put(Guild guild, Role role, boolean isNew) {
    return world.with(() -> {
      guild.put(role);
      world.publish(new WorldEvent.RoleChanged(guild, role, isNew));
      return role;
    });
  }

  /** Gives a member other roles. */
  public Member assign(Guild guild, Member member, List<Long> roles) {
    return world.with(() -> {
      Member changed = new Member(member.user(), member.joinedAt(), roles);
      guild.put(changed);
      world.publish(new WorldEvent.MemberUpdated(guild, changed));
      return changed;
    });
  }

  /** A new channel at the end of the guild's list. */
  public Channel openChannel(Guild guild, ChannelType type, String name) {
    return world.with(() -> {
      int position = world.directory().channelsOf(guild.id()).size();
      Channel channel =
          Channel.inGuild(world.nextId(), type, guild.id(), name, position, world.now());
      world.directory().put(channel);
      world.publish(new WorldEvent.ChannelCreated(channel));
      return channel;
    });
  }

  /** The direct-message channel of two users, made when there is none. */
  public Channel openDirect(User one, User other) {
    return world.with(() ->
        world
            .directory()
            .directChannel(one.id(), other.id())
            .orElseGet(() -> newDirect(one, other)));
  }

  private Channel newDirect(User one, User other) {
    Channel channel = Channel.direct(world.nextId(), one, other, world.now());
    world.directory().put(channel);
    world.publish(new WorldEvent.ChannelCreated(channel));
    return channel;
  }

  /** A channel with other properties. */
  public void update(Channel channel) {
    world.change(() -> {
      world.directory().put(channel);
      world.publish(new WorldEvent.ChannelUpdated(channel));
    });
  }

  /** Takes a channel away, with its messages. */
  public void delete(Channel channel) {
    world.change(() -> {
      world.directory().removeChannel(channel.id());
      world.messages().removeChannel(channel.id());
      world.publish(new WorldEvent.ChannelDeleted(channel));
    });
  }
}
