package dev.gatehouse.simulator.state;

import java.util.List;

/** What is there at the start: a guild with a few channels, and two people. */
public final class SeedData {
  private static final List<String> TEXT_CHANNELS = List.of("general", "dev", "alerts");

  private SeedData() {}

  /** Puts it in. */
  public static void populate(World world) {
    world.change(() -> {
      List<User> people = List.of(person(world, "ada", "Ada"), person(world, "grace", "Grace"));
      people.forEach(world.directory()::put);
      Guild guild = new Guilds(world).found("Gatehouse", people.getFirst().id());
      Guilds guilds = new Guilds(world);
      TEXT_CHANNELS.forEach(name -> guilds.openChannel(guild, ChannelType.GUILD_TEXT, name));
      guilds.openChannel(guild, ChannelType.GUILD_VOICE, "voice");
    });
  }

  private static User person(World world, String username, String name) {
    return new User(world.nextId(), username, name, false);
  }
}
