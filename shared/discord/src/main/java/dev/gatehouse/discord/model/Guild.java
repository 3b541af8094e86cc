package dev.gatehouse.discord.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guild, as GUILD_CREATE and the REST API give it; everything but the id is absent while it is
 * unavailable.
 *
 * @see <a href="https://docs.discord.com/developers/resources/guild#guild-object">Guild object</a>
 */
public record Guild(
    Snowflake id,
    @Nullable String name,
    @Nullable Snowflake ownerId,
    boolean unavailable,
    List<Role> roles,
    List<Channel> channels,
    List<Channel> threads,
    List<Member> members,
    int memberCount,
    @Nullable String preferredLocale) {
  public Guild {
    Absent.refuse("id", id);
    roles = Absent.asEmpty(roles);
    channels = Absent.asEmpty(channels);
    threads = Absent.asEmpty(threads);
    members = Absent.asEmpty(members);
  }
}
