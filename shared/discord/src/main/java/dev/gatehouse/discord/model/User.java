package dev.gatehouse.discord.model;

import org.jspecify.annotations.Nullable;

/**
 * A person, a bot, or Discord itself.
 *
 * @param discriminator "0" for accounts with a unique user name
 * @param globalName the display name, null when none is set
 * @param bot whether an application owns the account
 * @see <a href="https://docs.discord.com/developers/resources/user#user-object">User object</a>
 */
public record User(
    Snowflake id,
    String username,
    @Nullable String discriminator,
    @Nullable String globalName,
    @Nullable String avatar,
    boolean bot,
    boolean system) {
  public User {
    Absent.refuse("id", id);
    Absent.refuse("username", username);
  }

  /** The name that people see: the display name, else the user name. */
  public String displayName() {
    return globalName == null ? username : globalName;
  }
}
