package dev.gatehouse.discord.model;

import java.util.List;

/**
 * Whom a message may notify. Nothing is allowed that is not named.
 *
 * @param parse kinds to take from the text: "users", "roles", "everyone"
 * @param users single users; must be empty when {@code parse} has "users"
 * @param roles single roles; must be empty when {@code parse} has "roles"
 * @param repliedUser whether a reply notifies the author of the message replied to
 * @see <a
 *     href="https://docs.discord.com/developers/resources/message#allowed-mentions-object">Allowed
 *     mentions</a>
 */
public record AllowedMentions(
    List<String> parse, List<Snowflake> users, List<Snowflake> roles, boolean repliedUser) {
  /** Notifies nobody but the author of the message replied to. */
  public static final AllowedMentions REPLIED_USER =
      new AllowedMentions(List.of(), List.of(), List.of(), true);

  /** Notifies nobody. */
  public static final AllowedMentions NONE =
      new AllowedMentions(List.of(), List.of(), List.of(), false);

  public AllowedMentions {
    parse = Absent.asEmpty(parse);
    users = Absent.asEmpty(users);
    roles = Absent.asEmpty(roles);
    refuseBoth("users", parse, users);
    refuseBoth("roles", parse, roles);
  }

  /** Also notifies these users. */
  public AllowedMentions withUsers(List<Snowflake> these) {
    return new AllowedMentions(parse, these, roles, repliedUser);
  }

  private static void refuseBoth(String kind, List<String> parse, List<Snowflake> named) {
    if (parse.contains(kind) && !named.isEmpty()) {
      throw new IllegalArgumentException(
          kind + " must be empty when parse has \"" + kind + "\": Discord refuses both");
    }
  }
}
