package dev.gatehouse.discord.model;

/**
 * A role of a guild.
 *
 * @see <a href="https://docs.discord.com/developers/topics/permissions#role-object">Role object</a>
 */
public record Role(
    Snowflake id,
    String name,
    int color,
    boolean hoist,
    int position,
    Permissions permissions,
    boolean managed,
    boolean mentionable) {
  public Role {
    Absent.refuse("id", id);
    Absent.refuse("name", name);
    permissions = Absent.or(permissions, Permissions.NONE);
  }
}
