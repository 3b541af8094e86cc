package dev.gatehouse.discord.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user within a guild.
 *
 * @param user absent in the member of a gateway message and in resolved data
 * @param permissions the bits in the channel, only in interactions
 * @see <a href="https://docs.discord.com/developers/resources/guild#guild-member-object">Guild
 *     member object</a>
 */
public record Member(
    @Nullable User user,
    @Nullable String nick,
    @Nullable String avatar,
    List<Snowflake> roles,
    @Nullable Instant joinedAt,
    boolean pending,
    @Nullable Permissions permissions) {
  public Member {
    roles = Absent.asEmpty(roles);
  }
}
