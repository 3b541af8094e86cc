package dev.gatehouse.simulator.state;

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
      world.directory().people().forEach(user -> guild.add(new Member(user, world.now())));
      world.applications().all().forEach(application -> join(guild, application));
      return guild;
    });
  }

  /** Lets a bot in. */
  public void join(Guild guild, Application application) {
    world.change(() -> {
      Member member = new Member(application.bot(), world.now());
      world.directory().put(application.bot());
      guild.add(member);
      world.publish(new WorldEvent.MemberJoined(guild, member));
      world.publish(new WorldEvent.GuildJoined(guild, application));
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
