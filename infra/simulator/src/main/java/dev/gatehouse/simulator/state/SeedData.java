package dev.gatehouse.simulator.state;

import java.util.List;
import java.util.Locale;

/**
 * What is there at the start: a guild with a few channels and four people. Ada owns and administers
 * it, Grace moderates, Alan and Barbara are plain members.
 */
public final class SeedData {
  private static final List<String> TEXT_CHANNELS = List.of("general", "dev", "alerts");

  private SeedData() {}

  /** Puts it in. */
  public static void populate(World world) {
    world.change(() -> {
      User ada = person(world, "Ada");
      User grace = person(world, "Grace");
      person(world, "Alan");
      person(world, "Barbara");
      Guilds guilds = new Guilds(world);
      Guild guild = guilds.found("Gatehouse", ada.id());
      long moderation = Permission.OF_EVERYONE | Permission.OF_MODERATOR;
      Role moderator = guilds.addRole(guild, "Moderator", 0x3498DB, moderation, true);
      Role admin = guilds.addRole(guild, "Admin", 0xE74C3C, Permission.ADMINISTRATOR, true);
      give(guilds, guild, grace, moderator);
      give(guilds, guild, ada, admin);
      TEXT_CHANNELS.forEach(name -> guilds.openChannel(guild, ChannelType.GUILD_TEXT, name));
      guilds.openChannel(guild, ChannelType.GUILD_VOICE, "voice");
    });
  }

  private static User person(World world, String name) {
    User user = new User(world.nextId(), name.toLowerCase(Locale.ROOT), name, false);
    world.directory().put(user);
    return user;
  }

  private static void give(Guilds guilds, Guild guild, User user, Role role) {
    guild.member(user.id()).ifPresent(member -> guilds.assign(guild, member, List.of(role.id())));
  }
}
